import torch


def ridge(X, y, lambd):
    return torch.linalg.solve(X.T @ X + lambd * torch.eye(X.shape[1]), X.T @ y)


lambdas = torch.tensor([0.01, 0.1, 1.0, 10.0, 100.0])
for seed in range(3):
    torch.manual_seed(seed)
    X, V = torch.randn(15, 10), torch.randn(50, 10)
    w = torch.ones(10, 1) * 0.1
    y, v = X @ w + 0.1 * torch.randn(15, 1), V @ w + 0.1 * torch.randn(50, 1)
    errors = torch.stack([((V @ ridge(X, y, lambd) - v) ** 2).mean() for lambd in lambdas])
    print(lambdas[errors.argmin()], errors.argmin().item())
