import torch

print(torch.tensor([1, -20, 300]), torch.tensor([True, False]), torch.zeros(2, dtype=torch.int32), torch.tensor([[1, 200], [-3, 4]]))
