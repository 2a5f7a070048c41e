import torch

x = torch.arange(24)
X = x.reshape(2, 3, 4)
print(X[0].T.shape)
print(X[0].t().shape)
print(torch.atleast_2d(torch.tensor(1)).shape)
print(torch.roll(x[:4], 1))
print(x[:4].flip(0))
print(torch.rot90(X[0]))
print(torch.fliplr(X[0]))
print(torch.flipud(X[0]))
