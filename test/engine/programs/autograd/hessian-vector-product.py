import torch

A = torch.tensor([[2.0, 1.0], [1.0, 3.0]])
x = torch.tensor([1.0, -1.0], requires_grad=True)
v = torch.tensor([1.0, 2.0])
(g,) = torch.autograd.grad(x @ A @ x / 2, x, create_graph=True)
(hv,) = torch.autograd.grad(g @ v, x)
print(g, hv, A @ v)
