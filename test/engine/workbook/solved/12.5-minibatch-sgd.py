# Solved versions: each cell stands in the place of the one in the workbook's file of the same name.


# %% [12.5.2] A tenth after each epoch
torch.manual_seed(0)
X = torch.randn(100, 3)
y = X @ torch.tensor([[1.0], [2.0], [3.0]])
net = nn.Linear(3, 1)
optimizer = torch.optim.SGD(net.parameters(), lr=0.5)
rates = []
for epoch in range(4):
    rates.append(optimizer.param_groups[0]['lr'])
    for start in range(0, 100, 20):
        loss = ((net(X[start : start + 20]) - y[start : start + 20]) ** 2).mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    for group in optimizer.param_groups:
        group['lr'] /= 10

print(f'rates: {rates}')
print(f'first rate: {rates[0]:.4f}')
print(f'last rate: {rates[-1]:.6f}')


# %% [12.5.4] Everything twice
def epoch_of(X, y, batch_size):
    w = torch.zeros(2, dtype=torch.float64)
    for start in range(0, len(X), batch_size):
        Xb, yb = X[start : start + batch_size], y[start : start + batch_size]
        w = w - 0.1 * Xb.T @ (Xb @ w - yb) / len(Xb)
    return w


BATCH = 120

torch.manual_seed(0)
X = torch.randn(60, 2, dtype=torch.float64)
y = X @ torch.tensor([2.0, -1.0], dtype=torch.float64)
once = epoch_of(X, y, batch_size=60)
twice = epoch_of(X.repeat(2, 1), y.repeat(2), batch_size=BATCH)
print(f'largest difference: {(once - twice).abs().max().item():.6f}')
print(f'batch size: {BATCH}')
