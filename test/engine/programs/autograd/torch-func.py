"""torch.func: derivatives of functions as functions, and functions for whole batches."""

import torch
from torch import nn, vmap
from torch.func import functional_call, grad, grad_and_value, hessian, jacrev, jvp, vjp

z = torch.tensor([0.5, 1.0, 2.0])


def wave(x):
    return (x.sin() * x).sum()


print(grad(wave)(z), grad_and_value(wave)(z))
print(jacrev(torch.sin)(z).diag(), hessian(wave)(z).diag())
print(grad(lambda a, b: (a * b**2).sum(), argnums=(0, 1))(z, z))
print(vmap(torch.dot)(torch.ones(3, 2), torch.arange(6.0).reshape(3, 2)))
print(vmap(lambda x: (x.sum(), x * 2), out_dims=(0, 1))(torch.arange(6.0).reshape(3, 2)))
print(vmap(grad(lambda w, x: (w * x).sum() ** 2), in_dims=(None, 0))(z, torch.eye(3)))
print(grad(lambda x: grad(lambda y: y**3)(x))(torch.tensor(2.0)))
value, products = vjp(torch.sin, z)
print(value, products(torch.ones(3)))
print(jvp(torch.sin, (z,), (torch.ones(3),)))

layer = nn.Linear(2, 1)
weights = {'weight': torch.tensor([[1.0, 2.0]]), 'bias': torch.zeros(1)}
loss = lambda given, x, y: ((functional_call(layer, given, (x,)) - y) ** 2).mean()
print(grad(loss)(weights, torch.ones(3, 2), torch.zeros(3, 1)))
print(layer.weight.grad)
grad(torch.sin)(z)
