import torch

a, b = torch.tensor([1.0, 2.0, 3.0]), torch.tensor([4.0, 5.0, 6.0])
print(torch.dot(a, b), torch.inner(a, b), torch.outer(a, b), torch.linalg.cross(a, b), torch.vdot(a, b))
M = torch.arange(6.0).reshape(2, 3)
print(torch.mv(M, a), M.mv(a), M.matmul(a), M @ M.T, M.mm(M.t()))
print(torch.addmm(torch.ones(2, 2), M, M.T), torch.addmv(torch.ones(2), M, a), torch.baddbmm(torch.zeros(1, 2, 2), M[None], M.T[None]))
print(torch.bmm(M[None], M.T[None]), torch.kron(torch.eye(2), torch.ones(1, 2)), torch.tensordot(M, M, dims=2))
print(torch.tensordot(M, M.T, dims=1), torch.linalg.multi_dot([M, M.T, M]), torch.chain_matmul(M, M.T))
print(torch.tril(torch.ones(3, 3)), torch.triu(torch.ones(3, 3), 1), torch.diag(a), torch.diag(torch.outer(a, b)), torch.diagonal(torch.outer(a, b), 1))
torch.block_diag(torch.ones(1, 2), torch.eye(2))
