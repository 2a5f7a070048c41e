import torch

x = torch.tensor([[3.0, -4.0], [1.0, 2.0]])
print(torch.norm(x), torch.norm(x, p=1), torch.norm(x, dim=0), x.norm(2, 1), x.norm(p=float('inf')))
print(torch.linalg.norm(x), torch.linalg.norm(x, ord=1), torch.linalg.norm(x, ord=2), torch.linalg.norm(x, ord=float('inf')))
print(torch.linalg.norm(x, dim=1), torch.linalg.vector_norm(x, ord=3), torch.linalg.matrix_norm(x, 'nuc'))
print(torch.dist(x[0], x[1]), torch.cdist(x, x), torch.nn.functional.normalize(x, dim=1))
print(torch.linalg.norm(x, dim=0, keepdim=True))
