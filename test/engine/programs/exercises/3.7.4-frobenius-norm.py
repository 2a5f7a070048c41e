import torch

W = torch.randn(4, 3)
print(torch.norm(W) ** 2, torch.trace(W.T @ W), (W**2).sum())
print(torch.linalg.norm(W), torch.linalg.norm(W, 'fro'), torch.linalg.matrix_norm(W), W.norm(p='fro'))
X = torch.randn(4, 3, requires_grad=True)
torch.trace(X.T @ X).backward()
torch.allclose(X.grad, 2 * X)
