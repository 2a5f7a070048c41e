import torch

w = torch.ones(2, requires_grad=True)
loss = (w * w).sum()
with torch.no_grad():
    w -= 0.5
loss.backward()
