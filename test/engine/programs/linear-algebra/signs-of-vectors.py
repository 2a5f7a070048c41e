import torch

# Order and signs are LAPACK's: what a principal component looks like depends on them.
x = torch.tensor([[(7 * i * i + 3 * j + i * j) % 11 - 5.0 for j in range(6)] for i in range(8)])
for part in (x, x[:5], x[:6, :6], x[:, :3], x[:2], x[:, :1]):
    U, S, Vh = torch.linalg.svd(part.double(), full_matrices=False)
    print(U, S, Vh)
print(torch.linalg.svd(x[:, :4].double())[0], torch.svd(x[:3].double(), some=False)[2])
covariance = (x.T @ x).double()
for triangle in ('L', 'U'):
    print(torch.linalg.eigh(covariance, UPLO=triangle))
leaf = covariance[:3, :3].clone().requires_grad_()
values, vectors = torch.linalg.eigh(leaf)
print(torch.autograd.grad((values * torch.arange(3)).sum() + vectors[0].sum(), leaf))
print(torch.linalg.pinv(covariance[:3, :3], hermitian=True), torch.linalg.eigvalsh(covariance, UPLO='U'))
torch.linalg.eigh(covariance, UPLO='X')
