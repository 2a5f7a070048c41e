import torch

x = torch.arange(4.0)
c = x.clone()
picked = x[[0, 1]]
masked = x[x > 1]
flat = torch.arange(4.0).reshape(2, 2).T.reshape(-1)
flat[0] = 9
x.zero_()
print(c, picked, masked, flat, torch.tensor(c.tolist()))
