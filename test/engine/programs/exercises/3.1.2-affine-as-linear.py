import torch

X, w, b = torch.randn(5, 3), torch.randn(3), torch.randn(1)
extended = torch.cat((X, torch.ones(5, 1)), 1)
both = extended @ torch.cat((w, b))
print(both, X @ w + b)
torch.allclose(both, X @ w + b)
