import torch
import torch.nn.functional as F
from torch import nn


def attempt(f):
    try:
        result = f()
        print(result.shape if isinstance(result, torch.Tensor) and result.numel() > 9 else result)
    except Exception as e:
        print(type(e).__name__, str(e))


w = torch.ones(3, requires_grad=True)
attempt(lambda: w.unsqueeze_(0))
attempt(lambda: torch.ones(2, 1, requires_grad=True).squeeze_())
attempt(lambda: torch.ones(2, 3, requires_grad=True).transpose_(0, 1))
with torch.no_grad():
    print(torch.ones(2, 1, requires_grad=True).squeeze_())

x = torch.ones(2, 2, requires_grad=True)
y = x * 2
z = y**2
y[0, 0] = 5
attempt(lambda: z.sum().backward())


class Shorter(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x.clone()

    @staticmethod
    def backward(ctx, g):
        return g.reshape(-1)[:1]


class Wider(Shorter):
    @staticmethod
    def backward(ctx, g):
        return g.expand(2, *g.shape)


attempt(lambda: Shorter.apply(w).sum().backward())
Wider.apply(w).sum().backward()
print(w.grad)
