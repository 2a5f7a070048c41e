# Solved versions: each cell stands in the place of the one in the workbook's file of the same name.


# %% [12.4.1] A schedule against the noise
def rate(t):
    return max(0.2 / (1 + 0.1 * t), 0.001)


torch.manual_seed(0)
x = torch.tensor([-5.0, -2.0])
path = []
for t in range(1000):
    gradient = torch.tensor([2.0, 4.0]) * x + torch.randn(2)
    x = x - rate(t) * gradient
    path.append(x)
distances = torch.stack(path)[-200:].norm(dim=1)
print(f'distance: {distances.mean().item():.4f}')
print(f'last rate: {rate(999):.5f}')


# %% [12.4.3] With replacement
def seen(n):
    return 1 - (1 - 1 / n) ** n


torch.manual_seed(0)
worst = 0.0
for n in (10, 100, 1000):
    runs = [len(torch.randint(0, n, (n,)).unique()) / n for _ in range(3000 // n + 50)]
    worst = max(worst, abs(sum(runs) / len(runs) - seen(n)))
print(f'farthest from what was drawn: {worst:.4f}')
print(f'of a million: {seen(1_000_000):.4f}')
