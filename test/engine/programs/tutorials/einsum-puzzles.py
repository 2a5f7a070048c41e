import torch

a = torch.arange(6.).reshape(2, 3)
b = torch.arange(12.).reshape(3, 4)
v = torch.tensor([1., 2., 3.])
print(torch.einsum('ij,jk->ik', a, b))
print(torch.einsum('ij->ji', a), torch.einsum('ij->', a), torch.einsum('ij->i', a))
print(torch.einsum('i,j->ij', v, v))
print(torch.einsum('ii->i', torch.eye(3) * v), torch.einsum('ii', torch.eye(3)))
q = torch.randn(2, 4, 3, 5)
k = torch.randn(2, 4, 6, 5)
print(torch.einsum('bhqd,bhkd->bhqk', q, k).shape)
print(torch.einsum('...ij,...jk->...ik', q, k.transpose(-1, -2)).shape)
print(torch.einsum(a, [0, 1], b, [1, 2], [0, 2]))
print(torch.einsum('bn,anm,bm->ba', torch.ones(2, 3), torch.ones(4, 3, 5), torch.ones(2, 5)))
for eq, ops in [('ij,jk->ik', (a, a)), ('ij,j', (a,)), ('ij->ik', (a,)), ('ijk->i', (a,)), ('i1->i', (a,))]:
    try:
        print(torch.einsum(eq, *ops))
    except Exception as e:
        print(type(e).__name__, e)
