import torch

x = torch.tensor(3.0, requires_grad=True)
w = torch.tensor([1.0, 2.0], requires_grad=True)
y = (x * w).sum()
print(torch.autograd.grad(y, [x, w]), x.grad)
print(torch.autograd.grad((w**2), w, grad_outputs=torch.tensor([1.0, 10.0])))
print(torch.autograd.grad(x * 2, [x, w], allow_unused=True))
