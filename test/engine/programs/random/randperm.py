import torch

print(torch.randperm(5), torch.randperm(10), torch.randperm(1), torch.randperm(0), torch.randperm(1000)[:5], torch.rand(1))
