import torch

for seed in (0, 1, 42, 2**32 + 5, -1):
    torch.manual_seed(seed)
    print(torch.randn(2), torch.rand(1), torch.randperm(4))
