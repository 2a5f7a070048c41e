import torch

x, y = torch.tensor([7, -7, 8]), torch.tensor([2, 2, -3])
print(x / y, x // y, x % y, torch.div(x, y, rounding_mode='floor'), torch.div(x, y, rounding_mode='trunc'))
print(torch.tensor([7.5, -7.5]) // 2, torch.tensor([7.5, -7.5]) % 2, torch.tensor([5]) ** 2, torch.tensor([2.0]) ** torch.tensor([3]))
