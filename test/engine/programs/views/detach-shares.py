import torch

w = torch.ones(3, requires_grad=True)
d = w.detach()
d[1] = 9
print(w, d, d.requires_grad)
