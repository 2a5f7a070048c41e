import torch

x = torch.ones(2)
print(x._version)
x += 1
x[0] = 3
view = x[1:]
view.zero_()
print(x._version, view._version)
