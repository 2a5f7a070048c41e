import torch

w = torch.ones(2, requires_grad=True)
(w * w).sum().backward()
w = w - 0.1 * w.grad
(w * w).sum().backward()
print(w.is_leaf)
w.grad.sum()
