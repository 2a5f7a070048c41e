import torch

x = torch.tensor([1, 2])
print(x.repeat(3), x.repeat(2, 2), x.expand(3, 2), x.repeat_interleave(2))
