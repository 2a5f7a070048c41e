import torch

A = torch.tensor([[1.0, 5, 3], [4, 2, 6]])
print(A.max(), A.min(), A.max(dim=1), A.min(0).values, A.max(1).indices, torch.max(A), A.argmax(), A.argmin(dim=1), A.argmax(axis=0))
values, indices = A.max(dim=0, keepdim=True)
print(values, indices, A.amax(1), torch.max(A, A.flip(0)))
