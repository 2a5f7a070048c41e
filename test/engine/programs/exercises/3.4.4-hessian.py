import torch

X = torch.randn(64, 2)
w = torch.randn(2, 1, requires_grad=True)
loss = ((X @ w - 1) ** 2 / 2).mean()
(gradient,) = torch.autograd.grad(loss, w, create_graph=True)
hessian = torch.stack([torch.autograd.grad(g, w, retain_graph=True)[0].reshape(-1) for g in gradient.reshape(-1)])
print(hessian.tolist())
print((X.T @ X / 64).tolist())
print((hessian - X.T @ X / 64).abs().max() < 1e-6)
