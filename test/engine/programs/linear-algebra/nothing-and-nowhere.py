"""Matrices without elements, with zeros on the diagonal or NaN, and what is checked first."""

import torch

inf, nan = float('inf'), float('nan')


def show(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)


for dtype in (torch.bool, torch.int16):
    show(lambda: torch.linalg.eigh(torch.zeros(2, 0, 0, dtype=dtype)))
    show(lambda: torch.cholesky(torch.zeros(0, 5, 5, dtype=dtype)))
    show(lambda: torch.lu(torch.zeros(3, 0, dtype=dtype)))
    show(lambda: torch.cholesky_inverse(torch.zeros(0, 0, dtype=dtype)))
show(lambda: torch.cholesky(torch.zeros(2, 0)))
show(lambda: torch.cholesky(torch.zeros(2, 0, requires_grad=True)).sum().backward())
show(lambda: torch.linalg.cond(torch.zeros(2, 2, 0, 0)))
show(lambda: torch.linalg.matrix_rank(torch.zeros(3, 0, 0)))
show(lambda: torch.linalg.solve_ex(torch.eye(2), torch.ones(3, 2, 1)).info)

# Sizes and dtypes of both before the dtypes of the kernel.
b = torch.zeros(2, 2, dtype=torch.float64)
show(lambda: torch.cholesky_solve(b, torch.ones(2, 2, dtype=torch.bool)))
show(lambda: torch.triangular_solve(b, torch.ones(2, 2)))
show(lambda: torch.triangular_solve(b.int(), torch.ones(2, 2).int()))
show(lambda: torch.cholesky_inverse(torch.tensor([[1.0, 0.0], [1.0, 0.0]])))
show(lambda: torch.linalg.multi_dot([torch.zeros(2, 1, 2).long(), torch.zeros(2, 2).long()]))
show(lambda: torch.linalg.multi_dot([torch.zeros(5, 4) > 0, torch.zeros(4, 0) > 0, torch.zeros(2) > 0]))
show(lambda: torch.linalg.vander(torch.tensor([True, False])))
show(lambda: torch.ormqr(torch.ones(2, 2), torch.tensor(1.0), torch.ones(2, 2)))

# Pivots.
lu = torch.tensor([[2.0, 1.0], [0.5, 3.0]])
for pivots in ([3, 2], [0, 2], [2, 2]):
    show(lambda: torch.linalg.lu_solve(lu, torch.tensor(pivots, dtype=torch.int32), torch.ones(2, 1)))
show(lambda: torch.linalg.lu_solve(lu, torch.tensor(1, dtype=torch.int32), torch.ones(2, 1)))
show(lambda: torch.lu(torch.zeros(2, 2)))
show(lambda: torch.lu_unpack(torch.ones(3, 1), torch.tensor([3, 3, 3], dtype=torch.int32))[0])
show(lambda: torch.lu_unpack(torch.eye(2), torch.tensor([[2, 2]], dtype=torch.int32))[0])

# Reflections change rows and columns from their own on.
v = torch.tensor([[1.0, nan, 2.0], [0.5, 1.0, 3.0], [0.25, 2.0, inf]], requires_grad=True)
print(torch.linalg.householder_product(v, torch.tensor([0.5, 0.25, 0.0])))
none = torch.linalg.householder_product(v, torch.zeros(0))
none.sum().backward()
print(none, v.grad)
print(torch.linalg.slogdet(torch.tensor([[nan, 1.0], [1.0, 2.0]])))
singular = torch.tensor([[1.0, 2.0], [2.0, 4.0]], requires_grad=True)
torch.linalg.slogdet(singular)[1].backward()
print(singular.grad.isfinite().any())

# A vector of whole numbers is scaled by whole numbers.
m, w = torch.arange(6).reshape(2, 3), torch.arange(3)
show(lambda: torch.addmv(torch.tensor([5, 6]), m, w, beta=0.2, alpha=1.9))
show(lambda: torch.addr(torch.zeros(2, 3).long(), torch.arange(2), w, beta=1.6))
show(lambda: torch.addr(torch.ones(2, 3) > 0, torch.ones(2) > 0, torch.ones(3) > 0, beta=3))
show(lambda: torch.addmv(torch.tensor(1.0), torch.ones(2, 3), torch.ones(2)))
show(lambda: torch.addmv(torch.ones(2, 2), torch.ones(2, 3), torch.ones(3)))
