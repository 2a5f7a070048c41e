import torch

f'{torch.tensor([1.5]):.2f}'
