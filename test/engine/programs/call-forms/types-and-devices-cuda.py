import torch

x = torch.tensor([1.7, -2.3])
x.cuda()
