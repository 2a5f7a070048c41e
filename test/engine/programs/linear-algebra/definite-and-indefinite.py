import torch

S = torch.tensor([[4.0, 1.0, -1.0], [1.0, 3.0, 0.5], [-1.0, 0.5, 2.0]], requires_grad=True)
L = torch.linalg.cholesky(S)
print(L, torch.linalg.cholesky_ex(S.detach(), upper=True))
print(torch.linalg.cholesky_ex(-S.detach()).info)
B = torch.tensor([[1.0], [2.0], [-1.0]], requires_grad=True)
X = torch.cholesky_solve(B, L)
print(X, torch.cholesky_inverse(L))
print(torch.autograd.grad(X.square().sum(), (S, B), retain_graph=True))
print(torch.autograd.grad(torch.cholesky_inverse(L).square().sum(), S))
indefinite = torch.tensor([[0.0, 2.0, 1.0], [2.0, 0.5, 3.0], [1.0, 3.0, -1.0]])
LD, pivots = torch.linalg.ldl_factor(indefinite)
print(LD, pivots)
print(torch.linalg.ldl_solve(LD, pivots, B.detach()))
print(torch.linalg.ldl_factor_ex(S.detach()))
for wrong in (
    lambda: torch.linalg.cholesky(torch.stack([S, -S])),
    lambda: torch.cholesky_solve(B[:2], L),
    lambda: torch.cholesky_solve(B[0], L),
    lambda: torch.linalg.ldl_solve(LD, pivots, B.detach()[:2]),
    lambda: torch.cholesky_inverse(L[:2]),
):
    try:
        wrong()
    except RuntimeError as error:
        print(type(error).__name__, error)
