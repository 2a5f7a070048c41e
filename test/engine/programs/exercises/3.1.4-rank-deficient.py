import torch

X = torch.randn(20, 2, dtype=torch.float64)
X = torch.cat((X, X[:, :1]), dim=1)
y = X @ torch.tensor([1.0, 2.0, 0.0], dtype=torch.float64)
print(torch.linalg.matrix_rank(X.T @ X))
noisy = X + 0.01 * torch.randn(20, 3, dtype=torch.float64)
w = torch.linalg.solve(noisy.T @ noisy, noisy.T @ y)
print(w.sum() < 10, torch.linalg.matrix_rank(noisy.T @ noisy))
ridge = torch.linalg.solve(X.T @ X + 0.1 * torch.eye(3, dtype=torch.float64), X.T @ y)
print(ridge)
w = torch.zeros(3, dtype=torch.float64)
for _ in range(500):
    w -= 0.1 * X.T @ (X @ w - y) / 20
print(w)
