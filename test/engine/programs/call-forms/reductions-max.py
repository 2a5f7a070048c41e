import torch

x = torch.tensor([[1.0, 5.0, 3.0], [4.0, 2.0, 6.0]])
print(x.max())
print(torch.max(x))
print(x.max(1))
print(torch.max(x, dim=0))
print(torch.max(x, x.flip(0)))
print(x.max(dim=1)[0])
print(x.max(1).values)
print(x.max(1).indices)
