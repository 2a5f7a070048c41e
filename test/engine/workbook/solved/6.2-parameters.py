# Solved versions: each cell stands in the place of the one in the workbook's file of the same name.

# %% [6.2.2] A layer that is used twice
torch.manual_seed(0)
shared = nn.Linear(4, 4)
net = nn.Sequential(nn.Linear(2, 4), nn.ReLU(), shared, nn.ReLU(), shared, nn.ReLU(), nn.Linear(4, 1))
X, y = torch.randn(20, 2), torch.randn(20, 1)
optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
for step in range(5):
    optimizer.zero_grad()
    ((net(X) - y) ** 2).mean().backward()
    optimizer.step()
print(f'parameters: {sum(p.numel() for p in net.parameters())}')
print(f'largest difference: {(net[2].weight - net[4].weight).abs().max().item():.5f}')
