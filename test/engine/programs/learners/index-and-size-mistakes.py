import torch
import torch.nn.functional as F
from torch import nn


def attempt(f):
    try:
        result = f()
        print(result.shape if isinstance(result, torch.Tensor) and result.numel() > 9 else result)
    except Exception as e:
        print(type(e).__name__, str(e))


x = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
attempt(lambda: x.gather(1, torch.tensor([0])))
attempt(lambda: x.gather(1, torch.tensor([[0.0]])))
attempt(lambda: x.gather(0, torch.tensor([[0, 1, 0, 1]])))
attempt(lambda: x.gather(1, torch.tensor([[2, 1, 0, 1]])))
attempt(lambda: torch.zeros(2, 3).scatter(1, torch.tensor([[0], [1], [2]]), 1.0))
attempt(lambda: torch.zeros(2, 3).scatter(1, torch.tensor([[0, 1]]), torch.ones(1, 1)))
attempt(lambda: torch.zeros(2, 3).scatter_add(0, torch.tensor([[0, 1, 1]]), torch.ones(2, 3)))
attempt(lambda: torch.zeros(2, 3).scatter_add(0, torch.tensor([[0, 1, 1]]), torch.ones(1, 3).long()))
attempt(lambda: torch.tensor([3, 1, 2]).scatter(0, torch.tensor([0, 2]), 1.5))
attempt(lambda: x.masked_fill(x > 2, torch.zeros(3)))
attempt(lambda: x.index_fill(1, torch.tensor([[0]]), 1.0))
attempt(lambda: x.index_fill(1, torch.tensor([0]), torch.zeros(2)))
attempt(lambda: x.index_select(0, torch.tensor([[0]])))
attempt(lambda: x.masked_scatter(x > 2, torch.arange(6)))
attempt(lambda: torch.ones(2).fill_(torch.ones(2)))
attempt(lambda: x.clamp())
attempt(lambda: x.topk(-1))
attempt(lambda: torch.outer(x, x[0]))
attempt(lambda: torch.outer(x[0], x))
attempt(lambda: x.flip(0, 0))
attempt(lambda: x.roll((1, 2)))
attempt(lambda: x.roll((1, 2), (0,)))
attempt(lambda: x.roll((1, 2), (0, 1)))
attempt(lambda: torch.linalg.solve(torch.eye(2), torch.tensor([1, 2])))
attempt(lambda: torch.linalg.solve(A=2 * torch.eye(2), B=torch.tensor([1.0, 2.0])))
attempt(lambda: torch.meshgrid(torch.arange(2), torch.arange(2.0), indexing='ij'))
attempt(lambda: torch.meshgrid(torch.arange(2), torch.arange(2), indexing='yx'))
attempt(lambda: torch.randn_like(torch.arange(3)))
attempt(lambda: torch.rand_like(torch.arange(3)))
attempt(lambda: x.all((0, 1)))
attempt(lambda: (x > 1).all(dim=(0, 1), keepdim=True))
attempt(lambda: (x > 5).any([0]))
attempt(lambda: torch.where(torch.tensor(True)))
attempt(lambda: torch.where(x > 2, input=x, other=0.0))
attempt(lambda: torch.atleast_2d([x[0], x]))
attempt(lambda: torch.xlogy(2, x))
attempt(lambda: torch.float_power(x, 2))
attempt(lambda: torch.copysign(x, -1))
attempt(lambda: torch.isin(x, 3.0))

# What only broadcasting, ties and special values show.
print(torch.cosine_similarity(x, torch.tensor([[1.0], [2.0]])), torch.cosine_similarity(x, x[0]))
leaf = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
leaf.clamp(torch.tensor([1.0, 0.0, 4.0]), torch.tensor([2.0, 2.0, 5.0])).sum().backward()
print(leaf.grad)
leaf.grad = None
changed = leaf * 2
changed[:2].fill_(0)
changed[2:].zero_()
changed.sum().backward()
print(leaf.grad)
print(torch.lgamma(torch.tensor([float('inf'), -float('inf'), 3.0])))
print(F.threshold(torch.tensor([float('nan'), 0.0, 2.0]), 1.0, -1.0))
