import torch

x = torch.arange(12)
print(x.reshape(3, 4), x.reshape((2, -1)), x.reshape(-1, 1).shape, x.reshape(2, 2, 3), x.reshape([4, 3]).shape)
print(x.view(6, 2), x.view(-1, 6), x.reshape(12) is x, x.flatten().shape, x.reshape(3, 4).flatten())
print(torch.tensor(5).reshape(1, 1), torch.tensor([[7]]).reshape(()))
