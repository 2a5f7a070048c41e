import torch

X = torch.arange(6, dtype=torch.float32).reshape(2, 3)
Y = torch.tensor([[7.0, 8, 9], [-1, -2, -3]])
print(torch.cat((X, Y), dim=0))
print(torch.cat((X, Y), dim=1))
print(torch.cat([X, Y], axis=-1).shape, torch.cat((X, Y, X)).shape)
print(torch.cat((torch.arange(2), torch.ones(2))))
