# Solved versions: each cell stands in the place of the one in the workbook's file of the same name.

# %% [2.3.3] A matrix and its transpose
S = torch.tensor([[2.0, 5, -1], [5, 4, 3], [-1, 3, 8]])
A = torch.triu(S, diagonal=1) + torch.diag(torch.diagonal(S)) / 2
print(f'largest difference: {(A + A.T - S).abs().max().item():.5f}')
print(f'A is itself symmetric: {int(torch.equal(A, A.T))}')


# %% [2.3.5] What len() counts
def length(tensor):
    return tensor.shape[0]


shapes = [(2, 3, 4), (5,), (7, 1), (1, 9, 9, 9), (0, 3)]
wrong = sum(length(torch.zeros(shape)) != len(torch.zeros(shape)) for shape in shapes)
print(f'wrong answers: {wrong}')

# %% [2.3.6] Dividing by the sums of rows
A = torch.arange(1.0, 7).reshape(2, 3)
shares = A / A.sum(axis=1, keepdim=True)
print(f'largest difference: {(shares.sum(dim=1) - 1).abs().max().item():.5f}')

# %% [2.3.8] Shapes of sums
X = torch.arange(24.0).reshape(2, 3, 4)
axes = [1, (0, 2), (0, 1, 2)]
wanted = [(2, 4), (3,), ()]
found = [tuple(X.sum(dim=axis).shape) for axis in axes]
print(f'right shapes: {sum(shape == want for shape, want in zip(found, wanted))}')

# %% [2.3.9] A norm of three axes
X = torch.arange(24.0).reshape(2, 3, 4) - 5
norm = (X**2).sum().sqrt()
print(f'largest difference: {(norm - torch.linalg.norm(X)).abs().item():.4f}')


# %% [2.3.10] The order of a product
def work(n, m, k, p):
    return n * m * k + n * k * p, m * k * p + n * m * p


left, right = work(2**10, 2**16, 2**5, 2**14)
print(f'(A @ B) @ C takes {left:.6g} multiplications')
print(f'A @ (B @ C) takes {right:.6g} multiplications')

# %% [2.3.12] Three matrices in one tensor
A, B, C = torch.randn(3, 100, 200)
stacked = torch.stack([A, B, C], dim=2)
again = stacked[:, :, 1]
print(f'length of the last axis: {stacked.shape[-1]}')
print(f'largest difference: {(again - B).abs().max().item() if again.shape == B.shape else 1.0:.5f}')
