import torch

x = torch.arange(24)
X = x.reshape(2, 3, 4)
print(torch.cat((X, X)).shape)
print(torch.cat([X, X], dim=1).shape)
print(torch.cat((X, X), 2).shape)
print(torch.concat((X, X)).shape)
print(torch.stack((X, X)).shape)
print(torch.stack([x, x], dim=1).shape)
print(torch.hstack((x, x)).shape)
print(torch.vstack((x, x)).shape)
print(torch.column_stack((x, x)).shape)
print(torch.dstack((x, x)).shape)
