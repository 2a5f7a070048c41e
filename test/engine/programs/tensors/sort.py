import torch

x = torch.tensor([3.0, 1.0, 2.0, 5.0])
print(x.argsort(), torch.argsort(x, descending=True), x.sort(), torch.sort(x, descending=True).values)
print(x[x.argsort()], x.topk(2).values, x.topk(2).indices)
