import torch

x, y = torch.arange(3, dtype=torch.float32), torch.ones(3)
A, B = torch.arange(6, dtype=torch.float32).reshape(2, 3), torch.ones(3, 4)
print(torch.dot(x, y), torch.sum(x * y), A @ x, torch.mv(A, x), torch.mm(A, B), A @ B, torch.matmul(A, B).shape, x @ y)
print(torch.matmul(x, B), A.T @ A, A.mm(B).shape, A.mv(x), x.dot(y), torch.arange(3) @ torch.arange(3))
