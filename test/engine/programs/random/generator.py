import torch

generator = torch.Generator().manual_seed(7)
print(torch.rand(2, generator=generator), torch.randperm(4, generator=generator), torch.rand(1))
