import torch

print(torch.randn(2))
print(torch.randn(size=(2,)))
print(torch.randn(()))
print(torch.randn(size=(2,), requires_grad=True))
print(torch.randn(2, 3).shape)
