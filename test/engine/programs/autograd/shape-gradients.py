import torch

x = torch.arange(4.0, requires_grad=True)
y = torch.cat((x, x.flip(0))) * torch.arange(8.0)
z = torch.stack((x, x * 2)).T.reshape(-1)[::2].unsqueeze(0).expand(3, 4)
(y.sum() + z.sum() + x.reshape(2, 2).permute(1, 0)[0].sum()).backward()
print(x.grad)
