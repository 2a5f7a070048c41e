# Solved versions: each cell stands in the place of the one in the workbook's file of the same name.

# %% [5.3.2] Backpropagation by hand
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
    dz = (do @ W2.T) * (z > 0)
    dW1, db1 = x.T @ dz, dz.sum(dim=0)

pairs = ((dW1, W1), (db1, b1), (dW2, W2), (db2, b2))
print(f'largest difference: {max((own - w.grad).abs().max().item() for own, w in pairs):.5f}')

# %% [5.3.4] A second derivative
x = torch.linspace(-2, 2, 9, dtype=torch.float64, requires_grad=True)
f = torch.sin(x) * x**2
(first,) = torch.autograd.grad(f.sum(), x, create_graph=True)
(second,) = torch.autograd.grad(first.sum(), x)
z = x.detach()
exact = 2 * torch.sin(z) + 4 * z * torch.cos(z) - z**2 * torch.sin(z)
print(f'largest difference: {(second - exact).abs().max().item():.5f}')
