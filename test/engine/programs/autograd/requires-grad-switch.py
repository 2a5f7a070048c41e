import torch

x = torch.zeros(2)
print(x.requires_grad)
x.requires_grad = True
y = (x + 1).sum()
x.requires_grad_(False)
print(x.requires_grad, y.requires_grad)
w = torch.tensor([1.0], requires_grad=True)
print((w.detach() * 2).requires_grad, w.clone().requires_grad, torch.zeros_like(w).requires_grad, w.new_zeros(2).requires_grad)
