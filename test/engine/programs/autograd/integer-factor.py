import torch

x = torch.ones(3, requires_grad=True)
(x * torch.arange(3) + torch.arange(3)).sum().backward()
print(x.grad)
