import torch

print(torch.bernoulli(torch.full((8,), 0.3)), torch.rand(1), torch.zeros(6).bernoulli_(0.5))
