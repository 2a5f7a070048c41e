import torch

print(torch.multinomial(torch.tensor([0.1, 0.2, 0.7]), 5, replacement=True), torch.rand(1))
