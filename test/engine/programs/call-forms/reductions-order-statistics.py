import torch

x = torch.tensor([[1.0, 5.0, 3.0], [4.0, 2.0, 6.0]])
print(x.median())
print(x.median(1))
print(torch.quantile(x, 0.5))
print(torch.quantile(x, torch.tensor([0.25, 0.75]), dim=1))
print(x.mode(1))
print(torch.count_nonzero(x > 2))
