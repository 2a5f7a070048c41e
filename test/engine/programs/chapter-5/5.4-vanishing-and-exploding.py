import torch
from d2l import torch as d2l

x = torch.arange(-8.0, 8.0, 0.1, requires_grad=True)
y = torch.sigmoid(x)
y.backward(torch.ones_like(x))
d2l.plot(
    x.detach().numpy(), [y.detach().numpy(), x.grad.numpy()], legend=['sigmoid', 'gradient'], figsize=(4.5, 2.5)
)
print(x.grad.max(), x.grad.min())
M = torch.normal(0, 1, size=(4, 4))
print('a single matrix \n', M)
for i in range(20):
    M = M @ torch.normal(0, 1, size=(4, 4))
print('after multiplying 20 matrices\n', M)
