import torch

print(torch.normal(0, 1, (2,)))
print(torch.normal(0.0, 1.0, size=(2, 1)))
print(torch.normal(mean=0.0, std=0.01, size=(2, 1), requires_grad=True))
print(torch.normal(2, 3, size=(1,)))
