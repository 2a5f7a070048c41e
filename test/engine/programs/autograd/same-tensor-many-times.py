import torch

x = torch.tensor(2.0, requires_grad=True)
y = x * x * x + x / x - x
y.backward()
print(y, x.grad)
