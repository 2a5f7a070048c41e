"""Eigenvalues and eigenvectors of matrices that are not symmetric: order, lengths, signs, batches, gradients."""

import torch

torch.manual_seed(0)
for size in (1, 2, 3, 4, 6):
    A = torch.randn(size, size, dtype=torch.float64)
    values, vectors = torch.linalg.eig(A)
    print(values)
    print(vectors.abs().pow(2).sum(0), (A.to(torch.complex128) @ vectors - vectors * values).abs().max() < 1e-10)
print(torch.linalg.eig(torch.tensor([[0.0, 1], [-1, 0]])))
print(torch.linalg.eigvals(torch.tensor([[1.0, 2], [3, 4]])), torch.linalg.eigvals(torch.triu(torch.ones(3, 3))))
print(torch.linalg.eig(torch.diag(torch.tensor([3.0, 1, 2]))).eigenvalues, torch.linalg.eigvals(torch.randn(2, 3, 3)))
B = torch.tensor([[1.0, 2, 0], [0.5, -1, 1], [2, 0, 1]], requires_grad=True)
values, vectors = torch.linalg.eig(B)
(values.abs().sum() + vectors.abs().pow(3).sum()).backward()
print(B.grad)
B.grad = None
torch.linalg.eigvals(B).real.max().backward()
print(B.grad)
Z = torch.tensor([[1, 2j], [3, 4]])
print(torch.linalg.inv(Z), (torch.linalg.inv(Z) @ Z - torch.eye(2)).abs().max() < 1e-5)
