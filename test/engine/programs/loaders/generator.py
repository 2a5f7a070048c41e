import torch

from torch.utils.data import DataLoader, TensorDataset

loader = DataLoader(TensorDataset(torch.arange(8)), batch_size=3, shuffle=True, generator=torch.Generator().manual_seed(5))
print([batch[0].tolist() for batch in loader], torch.rand(1))
