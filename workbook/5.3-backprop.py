# 5.3 Forward and backward propagation: exercises of section 5.3 of Dive into Deep
# Learning.
#
# Each cell with a number is an exercise. It says what to do, and runs as it
# stands: "Run D2L exercise" above it.

# %% Imports
import torch

# %% [5.3.2] Backpropagation by hand
# A network with one hidden layer of ReLUs and biases: h = relu(x @ W1 + b1),
# o = h @ W2 + b2, and the loss is half the squared error of o.
#
# Your task: compute the gradients of all four without backward(). Those of the
# second layer are right already.
torch.manual_seed(2)
x, y = torch.randn(1, 3), torch.randn(1, 2)
W1, b1 = torch.randn(3, 4, requires_grad=True), torch.randn(4, requires_grad=True)
W2, b2 = torch.randn(4, 2, requires_grad=True), torch.randn(2, requires_grad=True)
z = x @ W1 + b1
h = torch.relu(z)
o = h @ W2 + b2
((o - y) ** 2 / 2).sum().backward()

with torch.no_grad():
    do = o - y
    dW2, db2 = h.T @ do, do.sum(dim=0)
    dz = torch.zeros_like(z)
    dW1, db1 = x.T @ dz, dz.sum(dim=0)

pairs = ((dW1, W1), (db1, b1), (dW2, W2), (db2, b2))
print(f'largest difference: {max((own - w.grad).abs().max().item() for own, w in pairs):.5f}')

# region Hint
# First the gradient of h: do passes back through W2. Then only those units pass it
# on whose z is above zero.
# endregion


# %% [5.3.4] A second derivative
# With create_graph=True the gradient itself is part of a graph, and can be
# differentiated again.
#
# Your task: let `second` be the second derivative of f(x) = sin(x) * x**2 at each
# of x.
x = torch.linspace(-2, 2, 9, dtype=torch.float64, requires_grad=True)
f = torch.sin(x) * x**2

(first,) = torch.autograd.grad(f.sum(), x, create_graph=True)
second = first

z = x.detach()
exact = 2 * torch.sin(z) + 4 * z * torch.cos(z) - z**2 * torch.sin(z)
print(f'largest difference: {(second - exact).abs().max().item():.5f}')

# region Hint
# torch.autograd.grad once more, of the sum of the first derivatives.
# endregion
