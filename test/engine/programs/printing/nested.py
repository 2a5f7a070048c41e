import torch

print([torch.tensor(1), torch.tensor([1.5])], {'w': torch.zeros(2)}, (torch.ones(1),))
