import torch

print(torch.tensor(3))
print(torch.tensor([1, 2.0]))
print(torch.tensor([True]))
print(torch.tensor([[1], [2]], dtype=torch.float64))
print(torch.tensor(1.0, requires_grad=True))
print(torch.tensor([]))
