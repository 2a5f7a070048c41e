import torch

A = torch.tensor([[1.0, 2.0, 4.0], [3.0, -1.0, 0.5], [2.0, 5.0, 1.0], [0.5, 1.0, -2.0]], requires_grad=True)
for mode in ('reduced', 'complete', 'r'):
    print(mode, torch.linalg.qr(A.detach(), mode=mode))
Q, R = torch.linalg.qr(A)
print(torch.autograd.grad(Q[0].sum() + R.square().sum(), A))
wide = A.detach().T.clone().requires_grad_()
Q, R = torch.linalg.qr(wide)
print(R, torch.autograd.grad(Q[0].sum() + R.sum(), wide))
a, tau = torch.geqrf(A.detach())
print(a, tau)
print(torch.linalg.householder_product(a, tau), torch.orgqr(a, tau[:2]))
tau.requires_grad_()
C = torch.tensor([[1.0], [2.0], [0.0], [-1.0]])
print(torch.ormqr(a, tau, C), torch.ormqr(a, tau, C, transpose=True), torch.ormqr(a, tau, C.T, left=False))
print(torch.autograd.grad(torch.linalg.householder_product(a, tau).sum(), tau))
for wrong in (
    lambda: torch.linalg.qr(A, mode='foo'),
    lambda: torch.linalg.qr(A, mode='r')[1].sum().backward(),
    lambda: torch.linalg.qr(A, mode='complete')[0].sum().backward(),
    lambda: torch.linalg.householder_product(A[:2], tau),
    lambda: torch.ormqr(a, tau, C[:2]),
    lambda: torch.geqrf(C[0]),
):
    try:
        wrong()
    except RuntimeError as error:
        print(error)
