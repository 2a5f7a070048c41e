import torch
from d2l import torch as d2l

x = torch.arange(-2.0, 5.0, 0.01)
d2l.plot(x, [torch.tanh(x)], 'x', 'f(x)')
d2l.annotate('vanishing gradient', (4, 1), (2, 0.0))
x = torch.tensor(4.0, requires_grad=True)
torch.tanh(x).backward()
print(x.grad)
