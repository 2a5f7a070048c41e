import torch

x = torch.zeros(1, 3, 1)
print(x.squeeze().shape, x.squeeze(0).shape, x.squeeze(-1).shape, x.squeeze(1).shape)
print(x.unsqueeze(0).shape, x.unsqueeze(-1).shape, torch.arange(3).unsqueeze(1), torch.unsqueeze(torch.arange(2), 0))
