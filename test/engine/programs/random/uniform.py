import torch

print(torch.rand(2), torch.rand(2, 3), torch.rand(20)[-1], torch.rand(3, dtype=torch.float64).tolist())
print(torch.zeros(3).uniform_(), torch.zeros(3).uniform_(-2, 2), torch.rand_like(torch.ones(2)), torch.randn_like(torch.ones(2)))
