# Solved versions: each cell stands in the place of the one in the workbook's file of the same name.

# %% [12.2.3] The larger and the smaller of two
def f(x):
    return (x + 2) ** 2


def g(x):
    return (x - 2) ** 2


a, b = torch.tensor(-2.0), torch.tensor(2.0)


def smaller(x):
    return torch.minimum(f(x), g(x))


middle = smaller((a + b) / 2) - (smaller(a) + smaller(b)) / 2
print(f'above the chord by {middle.item():.4f}')
for name, h in (('f', f), ('g', g)):
    x = torch.linspace(-10, 10, 201, dtype=torch.float64)
    bend = h(x[2:]) - 2 * h(x[1:-1]) + h(x[:-2])
    print(f'smallest bend of {name}: {bend.min().item():.6f}')

# %% [12.2.6] A projection is a matrix
w = torch.tensor([1.0, 2.0, -2.0])
M = torch.eye(3) - torch.outer(w, w) / (w @ w)
torch.manual_seed(0)
X = torch.randn(3, 50)
print(f'largest distance from the plane: {(w @ M @ X).abs().max().item():.5f}')
print(f'projected twice, largest difference: {(M @ M @ X - M @ X).abs().max().item():.5f}')
print(f'trace: {M.trace().item():.4f}')


# %% [12.2.8] Projections never increase distances
def project(X):
    return X / X.norm(dim=1, keepdim=True).clamp(min=1.0)


torch.manual_seed(0)
X, Y = 3 * torch.randn(500, 4), 3 * torch.randn(500, 4)
before, after = (X - Y).norm(dim=1), (project(X) - project(Y)).norm(dim=1)
print(f'farthest from the centre: {project(X).norm(dim=1).max().item():.5f}')
inside = X / (2 * X.norm(dim=1, keepdim=True))
print(f'largest difference inside: {(project(inside) - inside).abs().max().item():.5f}')
