import torch

from torch.utils import data

dataset = data.TensorDataset(torch.arange(10.0).reshape(5, 2), torch.arange(5))
for X, y in data.DataLoader(dataset, batch_size=2):
    print(X, y)
