import torch

print(torch.zeros(4).exponential_(), torch.zeros(2).exponential_(2.0))
