import torch

A = torch.arange(6.0).reshape(2, 3).requires_grad_()
B = torch.ones(3, 2, requires_grad=True)
v = torch.tensor([1.0, -1.0, 2.0], requires_grad=True)
(A @ B).sum().backward()
print(A.grad, B.grad)
(A @ v).sum().backward()
print(v.grad, A.grad)
torch.dot(v, v).backward()
print(v.grad)
