import torch

x, w = torch.ones(1, requires_grad=True), torch.ones(1, requires_grad=True)
torch.autograd.grad(x * 2, [x, w])
