import torch

b = torch.zeros(3, requires_grad=True)
c = torch.ones(2, 1, requires_grad=True)
s = torch.tensor(2.0, requires_grad=True)
((torch.ones(2, 3) + b) * c * s).sum().backward()
print(b.grad, c.grad, s.grad)
