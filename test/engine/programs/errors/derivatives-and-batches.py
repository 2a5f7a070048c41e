"""What jacobian, vjp, vmap, own functions, hooks and assigned gradients refuse."""

import torch
from torch.autograd.functional import jacobian, vjp
from torch.func import vmap

x = torch.tensor([1.0, 2.0])
w = torch.ones(2, requires_grad=True)


def said(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


said(lambda: jacobian(lambda a: 3, x))
said(lambda: jacobian(lambda a: torch.ones(2), x, strict=True))
said(lambda: jacobian(torch.sin, [1.0, 2.0]))
said(lambda: jacobian(torch.sin, x, create_graph=True).requires_grad)
said(lambda: vjp(torch.sin, x))
said(lambda: vmap(torch.sin)(torch.tensor(1.0)))
said(lambda: vmap(lambda a: 3)(x))


class Wrong(torch.autograd.Function):
    @staticmethod
    def forward(ctx, a):
        return a * 2

    @staticmethod
    def backward(ctx, g):
        return 'x'


said(lambda: Wrong.apply(w).sum().backward())
handle = w.register_hook(lambda g: 'x')
print(type(handle).__name__)
said(lambda: (w * 2).sum().backward())
handle.remove()
said(lambda: setattr(w, 'grad', torch.ones(3)))
said(lambda: (w * 2).backward(gradient=1.0))
said(lambda: torch.ones(2, dtype=torch.int64).exponential_())
