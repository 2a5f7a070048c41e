import torch

from torch.utils.data import TensorDataset

dataset = TensorDataset(torch.arange(6.0).reshape(3, 2), torch.arange(3))
print(len(dataset), dataset[1], dataset[1:], len(dataset.tensors))
