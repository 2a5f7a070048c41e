import torch

x = torch.arange(6.0)
y = x.reshape(2, 3)
y[0, 0] = 100
x[5] = -1
print(x, y)
y.T[2] = 7
print(x)
print(x.data_ptr() == y.data_ptr(), x[2:].storage_offset(), x.view(3, 2).stride(), x.reshape(2, 3).T.stride())
