# Solved versions: each cell stands in the place of the one in the workbook's file of the same name.


# %% [12.9.2] Without a rescaled gradient
def step(x, gradient, s, delta):
    s = 0.9 * s + 0.1 * gradient**2
    change = torch.sqrt(delta + 1e-5) / torch.sqrt(s + 1e-5) * gradient
    delta = 0.9 * delta + 0.1 * change**2
    return x - change, s, delta


def rotated(x):
    return 0.1 * (x[0] + x[1]) ** 2 + 2 * (x[0] - x[1]) ** 2


s, delta = torch.zeros(2), torch.zeros(2)
x = torch.tensor([-5.0, -2.0])
same = torch.tensor([-5.0, -2.0], requires_grad=True)
optimizer = torch.optim.Adadelta([same], lr=1.0, rho=0.9, eps=1e-5)
worst = 0.0
for t in range(1, 31):
    leaf = x.clone().requires_grad_()
    rotated(leaf).backward()
    x, s, delta = step(x, leaf.grad, s, delta)
    optimizer.zero_grad()
    rotated(same).backward()
    optimizer.step()
    worst = max(worst, (x - same.detach()).abs().max().item())
print(f'largest difference: {worst:.5f}')
print(f'value at the end: {rotated(x).item():.4f}')
