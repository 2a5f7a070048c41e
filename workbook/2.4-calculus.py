# 2.4 Calculus: exercises of section 2.4 of Dive into Deep
# Learning.
#
# Each cell with a number is an exercise. It says what to do, and runs as it
# stands: "Run D2L exercise" above it.

# %% Imports
import torch
from d2l import torch as d2l


# %% [2.4.4] The slope of x to the power of x
# Neither the rule for x**n nor the one for a**x fits x**x.
#
# Your task: make slope() give its derivative for positive x. The lines below
# compare with differences over a short way.
def slope(x):
    return x * x ** (x - 1)


x = torch.linspace(0.2, 3, 50, dtype=torch.float64)
h = 1e-6
measured = ((x + h) ** (x + h) - (x - h) ** (x - h)) / (2 * h)
print(f'largest difference: {(slope(x) - measured).abs().max().item():.5f}')

# region Hint
# x**x is exp(x * log(x)). Use the chain rule, and inside it the product rule.
# endregion


# %% [2.4.6] A curve and its tangent
# The tangent to f at a place touches f there and has its slope.
#
# Your task: give `slope` and `offset` of the tangent to f(x) = x**3 - 1/x at
# x = 1, and look at the plot.
def f(x):
    return x**3 - 1 / x


slope, offset = 1.0, 0.0

x = torch.arange(0.3, 3, 0.1)
d2l.plot(x, [f(x), slope * x + offset], 'x', 'f(x)', legend=['f(x)', 'tangent at x = 1'])
print(f'slope of the tangent: {slope:.4f}')
print(f'the tangent at x = 1: {slope + offset:.4f}')

# region Hint
# The derivative of x**3 is 3 * x**2; that of -1/x is 1 / x**2. The line must also
# go through the point (1, f(1)).
# endregion


# %% [2.4.7] A gradient by hand
# f(x) = 3 * x1**2 + 5 * exp(x2) has two partial derivatives.
#
# Your task: let gradient() return both, for x of shape (2,).
def gradient(x):
    return torch.zeros(2)


differences = []
for values in ([0.0, 0.0], [1.5, -2.0], [-3.0, 1.0]):
    x = torch.tensor(values, requires_grad=True)
    (3 * x[0] ** 2 + 5 * torch.exp(x[1])).backward()
    differences.append((gradient(x.detach()) - x.grad).abs().max().item())
print(f'largest difference: {max(differences):.5f}')

# region Hint
# For each partial derivative the other variable is a constant, and a sum is
# differentiated term by term. torch.stack makes a vector of two numbers.
# endregion


# %% [2.4.8] The gradient of a length
# The length of x, its Euclidean norm, grows fastest straight away from zero.
#
# Your task: let gradient() return the gradient of the norm for any x but zero.
# What happens at zero?
def gradient(x):
    return 2 * x


x = torch.tensor([3.0, -4.0, 12.0], requires_grad=True)
torch.linalg.norm(x).backward()
own = gradient(x.detach())
print(f'largest difference: {(own - x.grad).abs().max().item():.5f}')
print(f'its length: {torch.linalg.norm(own).item():.4f}')

# region Hint
# The norm is the square root of the sum of the squares: chain rule. Everywhere
# but at zero the gradient has the same length.
# endregion
