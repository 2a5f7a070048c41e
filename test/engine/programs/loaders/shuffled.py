import torch

from torch.utils.data import DataLoader, TensorDataset

loader = DataLoader(TensorDataset(torch.arange(10)), batch_size=4, shuffle=True)
for epoch in range(3):
    print([batch[0].tolist() for batch in loader])
print(torch.rand(1), len(loader), loader.batch_size)
