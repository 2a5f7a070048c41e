import torch

A = torch.tensor([[2.0, 1.0, -1.0], [0.5, 3.0, 0.5], [-1.0, 0.25, 4.0]], requires_grad=True)
B = torch.tensor([[1.0, 0.0], [2.0, 1.0], [0.5, -1.0]], requires_grad=True)
for upper in (True, False):
    X = torch.linalg.solve_triangular(A, B, upper=upper, unitriangular=not upper)
    print(X, torch.autograd.grad(X.sum(), (A, B)))
print(torch.linalg.solve_triangular(A, B.T, upper=True, left=False))
print(torch.linalg.tensorinv(torch.eye(6).reshape(2, 3, 6) * 2).flatten()[:8])
cube = (torch.eye(6) + 0.1).reshape(2, 3, 6).requires_grad_()
solution = torch.linalg.tensorsolve(cube, torch.ones(2, 3))
print(solution, torch.autograd.grad(solution.sum(), cube)[0].sum())
x = torch.tensor([1.0, 2.0, 3.0])
print(torch.linalg.vander(x), torch.linalg.vander(x, N=2), torch.linalg.diagonal(A))
for wrong in (
    lambda: torch.linalg.solve_triangular(A, B[:2], upper=True),
    lambda: torch.linalg.solve_triangular(A, B[0], upper=True),
    lambda: torch.linalg.tensorinv(torch.rand(2, 3), ind=1),
    lambda: torch.linalg.vander(x, N=1),
):
    try:
        wrong()
    except RuntimeError as error:
        print(error)
