import torch

w = torch.ones(2, requires_grad=True)
with torch.no_grad():
    loss = (w * 2).sum()
loss.backward()
