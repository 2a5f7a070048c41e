import torch

x = torch.arange(24)
X = x.reshape(2, 3, 4)
print(X.expand(5, 2, 3, 4).shape)
print(torch.ones(3, 1).expand(-1, 4).shape)
print(torch.ones(3, 1).expand_as(torch.zeros(3, 2)).shape)
print(torch.arange(2).repeat(3))
print(torch.arange(2).repeat(2, 2))
print(torch.tile(torch.arange(2), (2,)))
print(torch.arange(2).repeat_interleave(3))
print(torch.repeat_interleave(torch.arange(2), torch.tensor([1, 2])))
print(torch.broadcast_to(torch.arange(2), (2, 2)))
