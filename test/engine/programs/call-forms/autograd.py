import torch
from torch.autograd import Variable, functional, grad

x = Variable(torch.tensor([1.0, 2.0]), requires_grad=True)
y = (x**3).sum()
print(grad(y, x, create_graph=True), grad(y, [x])[0])
print(functional.jacobian(lambda x: x**2, torch.tensor([1.0, 2.0])), functional.hessian(lambda x: (x**3).sum(), torch.tensor([1.0, 2.0])))
print(functional.vjp(lambda x: x**2, torch.tensor([1.0, 2.0]), torch.ones(2)), functional.jvp(lambda x: x**2, torch.tensor([1.0, 2.0]), torch.ones(2)))
x = torch.tensor([1.0, 2.0], requires_grad=True)
y = x * x
y.backward(torch.tensor([1.0, 0.5]))
print(x.grad, x.grad.data, x.detach(), x.data, x.requires_grad_(False), y.is_leaf)
x = torch.ones(2, requires_grad=True)
with torch.no_grad():
    a = x * 2
with torch.enable_grad():
    b = x * 2
with torch.inference_mode():
    c = x * 2
print(a.requires_grad, b.requires_grad, c.requires_grad, torch.is_grad_enabled())


@torch.no_grad()
def double(x):
    return x * 2


print(double(x).requires_grad)
hooked = []
h = (x * 3).sum()
x.register_hook(lambda g: hooked.append(g))
h.backward()
print(hooked, torch.autograd.grad((x * 2).sum(), x, torch.tensor(3.0)))
torch.autograd.backward((x**2).sum())
x.grad
