import torch

x = torch.tensor([1.7, -1.7, 0.0])
print(x.int(), x.long(), x.bool(), x.double(), x.to(torch.int64), x.type(torch.float64), x.to(torch.bool), x.float() is x)
print(torch.tensor([True, False]).float(), torch.tensor([3, 4]).float(), x.type(), torch.arange(2).type(), x.to(x.double()).dtype)
