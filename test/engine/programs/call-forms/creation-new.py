import torch

x = torch.ones(2, dtype=torch.float64)
print(x.new_zeros(2))
print(x.new_ones(1, 2))
print(x.new_tensor([1, 2]))
print(x.new_full((2,), 3))
print(torch.zeros_like(x, dtype=torch.int32))
print(torch.rand_like(x).shape)
