import torch

x = torch.tensor(2.0, requires_grad=True)
y = x**2
print(torch.autograd.grad(y, x))
torch.autograd.grad(y, x)
