import torch

x = torch.ones(3, requires_grad=True)
y = x.sum()
y.backward()
y.backward()
print(x.grad)
