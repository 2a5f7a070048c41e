import torch

w = torch.ones(2, requires_grad=True)
w.data[0] = 5
w.data -= 1
print(w, w.is_leaf, w.data.requires_grad)
w.data = torch.zeros(3)
print(w)
