import torch

a, b = torch.arange(6.0).reshape(2, 3), torch.arange(12.0).reshape(3, 4)
x, y = torch.tensor([1.0, 2.0, 3.0]), torch.tensor([0.5, -1.0])
print(torch.einsum('ij,jk->ik', a, b))
print(torch.einsum('i,i->', x, x), torch.einsum('i,j->ij', x, y))
print(torch.einsum('ij->ji', a), torch.einsum('ij->', a), torch.einsum('ij->j', a), torch.einsum('ij->i', [a]))
S = torch.arange(9.0).reshape(3, 3)
print(torch.einsum('ii->', S), torch.einsum('ii->i', S))
B = torch.arange(12.0).reshape(2, 2, 3)
C = torch.arange(12.0).reshape(2, 3, 2)
print(torch.einsum('bij,bjk->bik', B, C), torch.einsum('...ij,...jk', B, C).shape)
print(torch.einsum('ij,j->i', a, x), torch.einsum('bn,anm,bm->ba', torch.ones(2, 2), torch.ones(3, 2, 4), torch.ones(2, 4)))
w = torch.ones(3, requires_grad=True)
torch.einsum('ij,j->', a, w).backward()
w.grad
