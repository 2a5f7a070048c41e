import torch

nothing = torch.zeros(0, 0)
print(torch.linalg.det(nothing), torch.linalg.slogdet(nothing), torch.logdet(nothing))
for name in ('inv', 'cholesky', 'eigvalsh', 'svdvals', 'pinv', 'matrix_rank'):
    print(name, getattr(torch.linalg, name)(nothing))
print([part.shape for part in torch.linalg.qr(torch.zeros(2, 3, 0))])
print([part.shape for part in torch.linalg.svd(torch.zeros(0, 3))])
print(torch.linalg.det(torch.zeros(0, 3, 3)).shape)

# One triangle is read; the gradient takes the matrix for symmetric.
matrix = torch.tensor([[4.0, 9.0], [1.0, 3.0]], requires_grad=True)
torch.linalg.eigvalsh(matrix)[0].backward()
print(matrix.grad)
matrix.grad = None
torch.linalg.cholesky(matrix).sum().backward()
print(matrix.grad)

a = torch.tensor([[1.0, 2.0], [3.0, 4.0], [5.0, 7.0]])
b = torch.tensor([[1.0], [0.0], [2.0]])
for driver in ('gels', 'gelsy', 'gelsd', 'gelss'):
    print(driver, [part.numel() for part in torch.linalg.lstsq(a, b, driver=driver)])
print(torch.linalg.lstsq(a, b, driver='gelsd').residuals)
print(torch.linalg.pinv(a, rtol=0.2), torch.linalg.matrix_rank(a, atol=torch.tensor(1.0)))
print(torch.norm(a, 'nuc'), a.norm('fro', dim=1))
try:
    torch.linalg.lstsq(a, b, driver='gel')
except RuntimeError as error:
    print(error)
