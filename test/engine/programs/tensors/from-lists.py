import torch

print(torch.tensor(3), torch.tensor(3.0), torch.tensor([1, 2]), torch.tensor([1, 2.5]))
print(torch.tensor([[5, 0, -2, 7], [11, 2, 3, 4]]))
print(torch.tensor([True, False]), torch.tensor([]), torch.tensor([[]]), torch.tensor((1, 2)))
print(torch.tensor([[1.0, 2], [3, 4]], dtype=torch.float64), torch.tensor([0, 2, -1], dtype=torch.bool))
print(torch.tensor([torch.tensor(1.5), torch.tensor(2.5)]), torch.tensor(range(4)))
