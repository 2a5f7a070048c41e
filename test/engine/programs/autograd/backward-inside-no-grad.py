import torch

x = torch.ones(2, requires_grad=True)
loss = (x**3).sum()
with torch.no_grad():
    loss.backward()
    x -= 0.1 * x.grad
print(x, x.grad, x.grad.requires_grad)
