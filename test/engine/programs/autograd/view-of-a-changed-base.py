import torch

x = torch.tensor(1.5, requires_grad=True)
whole = x.clone()
part = whole.unsqueeze(0)
part.add_(x)
whole.add_(torch.sin(x))
part.backward()
print(x.grad, part, whole)
x = torch.tensor([1.0, 2.0], requires_grad=True)
y = x * 2
row = y[0]
y.mul_(x)
print(torch.autograd.grad(row, x))
