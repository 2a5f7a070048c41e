import torch

print(torch.float32, torch.int64, torch.bool, torch.float64, torch.float, torch.double, torch.long, torch.device('cpu'), torch.Size([2, 3]))
torch.device('cpu')
