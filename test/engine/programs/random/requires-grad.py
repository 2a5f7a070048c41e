import torch

print(torch.randn(2, requires_grad=True), torch.rand(1, requires_grad=True), torch.normal(0, 1, (1, 2), requires_grad=True))
