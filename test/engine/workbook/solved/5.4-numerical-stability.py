# Solved versions: each cell stands in the place of the one in the workbook's file of the same name.

# %% [5.4.2] All weights alike
torch.manual_seed(0)
y = torch.arange(160) % 8
X = 0.2 * torch.randn(160, 8) + nn.functional.one_hot(y, 8)
net = nn.Linear(8, 8)
for parameter in net.parameters():
    nn.init.constant_(parameter, 0.1)

optimizer = torch.optim.SGD(net.parameters(), lr=0.5)
for step in range(100):
    optimizer.zero_grad()
    nn.functional.cross_entropy(net(X), y).backward()
    optimizer.step()
print(f'accuracy: {(net(X).argmax(dim=1) == y).float().mean().item():.4f}')

# %% [5.4.3] The largest eigenvalue of many products
torch.manual_seed(0)
scale = 0.1
v = torch.ones(100, 1, dtype=torch.float64)
length = v.norm()
for _ in range(50):
    v = scale * torch.randn(100, 100, dtype=torch.float64) @ v
print(f'lengths: {torch.log10(v.norm() / length).item():.3f} powers of ten')
