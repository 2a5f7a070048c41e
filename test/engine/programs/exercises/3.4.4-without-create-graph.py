import torch

w = torch.tensor([1.0, -2.0], requires_grad=True)
(gradient,) = torch.autograd.grad((w**2).sum(), w)
print(gradient, gradient.requires_grad)
torch.autograd.grad(gradient.sum(), w)
