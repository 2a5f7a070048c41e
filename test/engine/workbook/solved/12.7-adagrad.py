# Solved versions: each cell stands in the place of the one in the workbook's file of the same name.


# %% [12.7.2] Along a slanted valley
def step(x, gradient, s):
    s = s + gradient**2
    return x - 0.4 * gradient / (s.sqrt() + 1e-10), s


def rotated(x):
    return 0.1 * (x[0] + x[1]) ** 2 + 2 * (x[0] - x[1]) ** 2


s = torch.zeros(2)
x = torch.tensor([-5.0, -2.0])
same = torch.tensor([-5.0, -2.0], requires_grad=True)
optimizer = torch.optim.Adagrad([same], lr=0.4)
worst = 0.0
for t in range(1, 31):
    leaf = x.clone().requires_grad_()
    rotated(leaf).backward()
    x, s = step(x, leaf.grad, s)
    optimizer.zero_grad()
    rotated(same).backward()
    optimizer.step()
    worst = max(worst, (x - same.detach()).abs().max().item())
print(f'largest difference: {worst:.5f}')
print(f'value at the end: {rotated(x).item():.4f}')


# %% [12.7.4] Eigenvalues in sight
def precondition(M):
    d = M.diagonal() ** -0.5
    return d[:, None] * M * d


M = torch.tensor([[100.0, 2.0, 0.3], [2.0, 1.0, 0.02], [0.3, 0.02, 0.04]], dtype=torch.float64)
P = precondition(M)
reach = (P.abs().sum(dim=1) - P.diagonal().abs()).max().item()
eigenvalues = torch.linalg.eigvalsh(P)
print(f'diagonal is off by: {(P.diagonal() - 1).abs().max().item():.5f}')
print(f'asymmetry: {(P - P.T).abs().max().item():.5f}')
print(f'eigenvalues within: {reach:.4f} of 1')
print(f'condition number: {(eigenvalues[-1] / eigenvalues[0]).item():.4f}')
