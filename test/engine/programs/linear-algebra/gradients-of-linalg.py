import torch

A = torch.tensor([[2.0, 1.0], [0.5, 3.0]], dtype=torch.float64, requires_grad=True)
b = torch.tensor([1.0, -1.0], dtype=torch.float64)
for function in (
    lambda: torch.linalg.inv(A).sum(),
    lambda: torch.det(A),
    lambda: torch.linalg.solve(A, b).sum(),
    lambda: torch.linalg.slogdet(A)[1],
    lambda: torch.trace(A @ A),
    lambda: torch.linalg.cholesky(A @ A.T).sum(),
    lambda: torch.linalg.norm(A),
):
    (gradient,) = torch.autograd.grad(function(), A)
    print(function().item(), gradient)
