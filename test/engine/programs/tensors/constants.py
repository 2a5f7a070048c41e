import torch

print(torch.zeros(2, 3), torch.ones((3, 1)), torch.full((2, 2), 7), torch.full((2,), 0.5))
print(torch.zeros(3, dtype=torch.int64), torch.ones(2, dtype=torch.bool), torch.eye(3))
print(torch.zeros(()), torch.ones([2, 1]), torch.empty(0))
x = torch.tensor([[1, 2], [3, 4]])
print(torch.zeros_like(x), torch.ones_like(x.float()), torch.full_like(x, 9))
