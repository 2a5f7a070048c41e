import torch

x = torch.arange(10)
print(x.split(4), torch.split(x, [3, 7]), x.chunk(3))
print([part.shape for part in torch.arange(12).reshape(3, 4).split(2, dim=1)])
