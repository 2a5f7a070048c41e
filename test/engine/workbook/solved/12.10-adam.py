# Solved versions: each cell stands in the place of the one in the workbook's file of the same name.


# %% [12.10.2] Averages that need no correction
def share(t, beta):
    return (1 - beta) / (1 - beta**t)


def step(t, x, gradient, v, s):
    v = v + share(t, 0.9) * (gradient - v)
    s = s + share(t, 0.999) * (gradient**2 - s)
    return x - 0.4 * v / (s.sqrt() + 1e-8), v, s


def rotated(x):
    return 0.1 * (x[0] + x[1]) ** 2 + 2 * (x[0] - x[1]) ** 2


v, s = torch.zeros(2), torch.zeros(2)
x = torch.tensor([-5.0, -2.0])
same = torch.tensor([-5.0, -2.0], requires_grad=True)
optimizer = torch.optim.Adam([same], lr=0.4, betas=(0.9, 0.999), eps=1e-8)
worst = 0.0
for t in range(1, 31):
    leaf = x.clone().requires_grad_()
    rotated(leaf).backward()
    x, v, s = step(t, x, leaf.grad, v, s)
    optimizer.zero_grad()
    rotated(same).backward()
    optimizer.step()
    worst = max(worst, (x - same.detach()).abs().max().item())
print(f'largest difference: {worst:.5f}')
print(f'value at the end: {rotated(x).item():.4f}')
