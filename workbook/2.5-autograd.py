# 2.5 Automatic differentiation: exercises of section 2.5 of Dive into Deep
# Learning.
#
# Each cell with a number is an exercise. It says what to do, and runs as it
# stands: "Run D2L exercise" above it.

# %% Imports
import torch
from d2l import torch as d2l

# %% [2.5.2] Backward twice
# A second backward() through the same graph fails, since what it needs was freed
# by the first one.
#
# Your task: change the first call so that the second one works, and look at what
# x.grad holds afterwards.
x = torch.arange(4.0, requires_grad=True)
y = 2 * torch.dot(x, x)

y.backward()
try:
    y.backward()
    print('backward passes: 2')
except RuntimeError:
    print('backward passes: 1')
print(f'x.grad[3] = {x.grad[3].item():.1f}')

# region Hint
# backward() has an argument that keeps the graph. Gradients of several passes add
# up.
# endregion


# %% [2.5.3] A loss that is no number
# When the input of a function is a vector, so is its output, and backward() does
# not know which of its elements to differentiate.
#
# Your task: make a.grad the gradient of the sum of the outputs.
def f(a):
    b = a * 2
    while b.norm() < 1000:
        b = b * 2
    return b


a = torch.tensor([0.5, -1.0, 2.0], requires_grad=True)
d = f(a)

d[0].backward()

print(f'largest difference: {(a.grad - d.detach() / a.detach()).abs().max().item():.4f}')

# region Hint
# Two ways lead there: backward() of d.sum(), or d.backward(gradient=…) with a
# vector of ones.
# endregion

# %% [2.5.4] A slope that autograd draws
# The slope of the sine can be plotted without knowing that it is the cosine.
#
# Your task: let `slopes` be the derivative of sin at each of x, by backward().
x = torch.arange(-6.0, 6.0, 0.1, requires_grad=True)
y = torch.sin(x)

slopes = torch.zeros(len(x))

d2l.plot(x.detach(), [y.detach(), slopes], 'x', '', legend=['sin(x)', 'its slope'])
print(f'largest difference: {(slopes - torch.cos(x.detach())).abs().max().item():.5f}')

# region Hint
# Each element of y depends on its own element of x alone. So the gradient of the
# sum of y holds all the slopes.
# endregion

# %% [2.5.6] The chain rule along a graph
# f(x) = log(x**2) * sin(x) + 1 / x, in steps: u = x**2, v = log(u), s = sin(x),
# p = v * s, r = 1 / x, f = p + r.
#
# Your task: complete the derivatives of the steps, so that df_dx is that of f.
x = torch.tensor([0.7, 2.0, 5.0], dtype=torch.float64, requires_grad=True)
(torch.log(x**2) * torch.sin(x) + 1 / x).sum().backward()
z = x.detach()

u = z**2
v, s = torch.log(u), torch.sin(z)
dv_dx = 1 / u
ds_dx = torch.cos(z)
dr_dx = 1 / z
df_dx = s * dv_dx + v * ds_dx + dr_dx

print(f'largest difference: {(df_dx - x.grad).abs().max().item():.5f}')

# region Hint
# The last line is right. But v depends on x by way of u, and the derivative of
# 1 / x is not 1 / x.
# endregion
