"""Functions that take tensors one by one or in a sequence, and others with more than one form of call."""

import torch

a, b, c = torch.tensor(1.0), torch.tensor([1.0, 2.0]), torch.tensor([[3.0, 4.0]])
print(torch.atleast_1d(a), torch.atleast_1d(a, b), torch.atleast_2d([a, b]), torch.atleast_3d(b, c))
print(torch.cartesian_prod(b), torch.cartesian_prod(b, torch.tensor([5.0, 6.0, 7.0])))
print(torch.broadcast_tensors(b, c), torch.block_diag(b, c), torch.einsum('i,ji->j', b, c), torch.einsum('i,ji->j', [b, c]))
print(torch.where(b > 1, input=b, other=c), torch.where(b > 1), torch.where(b > 1, b, 0.0))
print(torch.unravel_index(torch.tensor([5, 3, -1]), (2, 3)), torch.unravel_index(torch.tensor(3), 6))
print(torch.scalar_tensor(2), torch.scalar_tensor(True, dtype=torch.bool), torch.scalar_tensor(2.5, requires_grad=True))
print(torch.vander(torch.tensor([1, 2, 3])), torch.vander(b, 3, increasing=True), torch.ravel(c.t()), c.expand_as(torch.ones(2, 2)))
print(torch.split_with_sizes(torch.arange(5), [2, 3]), torch.masked_scatter(b, b > 1, torch.tensor([9.0])))
print(torch.isposinf(b / 0, out=torch.empty(2, dtype=torch.bool)), torch.isneginf(torch.tensor([1])), torch.isreal(b))
print(torch.gcd(torch.tensor([12, -18, 0]), torch.tensor(8)), torch.tensor([4, 6]).lcm_(torch.tensor([6, 8])))
print(torch.ldexp(b, torch.tensor([1, 2])), torch.ldexp(torch.tensor([1, 2]), torch.tensor(3)))
m = torch.tensor([[0.0, 1.0], [-1.0, 0.5]], requires_grad=True)
(torch.linalg.matrix_exp(m) ** 2).sum().backward()
print(m.grad, torch.matrix_exp(m.detach()))
for wrong in (
    lambda: torch.gcd(b, b),
    lambda: torch.lcm(torch.tensor([True]), torch.tensor([True])),
    lambda: torch.cartesian_prod(c, b),
    lambda: torch.unravel_index(b, (2,)),
    lambda: torch.unravel_index(torch.tensor([1]), (2, -3)),
    lambda: torch.split_with_sizes(b, [1, 3]),
    lambda: torch.split_with_sizes(b, [-1, 3]),
    lambda: torch.matrix_exp(c),
    lambda: torch.vander(c),
):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
