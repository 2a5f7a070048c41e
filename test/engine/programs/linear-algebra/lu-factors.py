import torch

A = torch.tensor([[1.0, 2.0, 4.0], [3.0, -1.0, 0.5], [2.0, 5.0, 1.0]], requires_grad=True)
LU, pivots = torch.linalg.lu_factor(A)
print(torch.linalg.lu_factor(A))
print(torch.linalg.lu(A[:, :2]), torch.linalg.lu(A[:2]))
print(torch.lu_unpack(LU, pivots))
print(torch.linalg.lu_factor_ex(torch.zeros(2, 2, 2)).info)
print(torch.autograd.grad(LU.square().sum(), A, retain_graph=True))
print(torch.autograd.grad(torch.linalg.lu(A[:, :2])[1].square().sum(), A))
B = torch.tensor([[1.0, 0.0], [2.0, 1.0], [0.5, -1.0]])
print(torch.linalg.lu_solve(LU, pivots, B), torch.linalg.lu_solve(LU, pivots, B, adjoint=True))
print(torch.linalg.lu_solve(LU, pivots, B.T, left=False))
print(torch.autograd.grad(torch.linalg.lu_solve(LU, pivots, B).sum(), A))
print(torch.lu(A.detach(), get_infos=True), A.detach().lu()[1])
print(torch.linalg.inv_ex(A.detach()), torch.linalg.solve_ex(A.detach(), B[:, 0]))
for wrong in (
    lambda: torch.linalg.lu_factor(torch.zeros(2, 2)),
    lambda: torch.linalg.lu(A, pivot=False),
    lambda: torch.linalg.lu_solve(LU, torch.tensor([1, 2, 3]), B),
    lambda: torch.linalg.lu_solve(LU, pivots, B[:2]),
    lambda: torch.linalg.inv(torch.zeros(2, 2, 2)),
    lambda: torch.linalg.solve(torch.zeros(3, 2, 2), torch.ones(3, 2)),
    lambda: torch.linalg.solve_ex(torch.zeros(2, 2), torch.ones(2), check_errors=True),
    lambda: torch.linalg.solve(A, torch.ones(4), left=False),
):
    try:
        wrong()
    except RuntimeError as error:
        print(type(error).__name__, error)
