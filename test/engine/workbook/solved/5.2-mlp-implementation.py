# Solved versions: each cell stands in the place of the one in the workbook's file of the same name.


# %% [5.2.2] One more hidden layer
torch.manual_seed(0)
W1, b1 = torch.randn(6, 8), torch.zeros(8)
W2, b2 = torch.randn(8, 5), torch.ones(5)
W3, b3 = torch.randn(5, 3), torch.zeros(3)
params = [W1, b1, W2, b2, W3, b3]


def net(X):
    H = torch.relu(X @ W1 + b1)
    H = torch.relu(H @ W2 + b2)
    return H @ W3 + b3


same = nn.Sequential(nn.Linear(6, 8), nn.ReLU(), nn.Linear(8, 5), nn.ReLU(), nn.Linear(5, 3))
with torch.no_grad():
    weights = (W1.T, b1, W2.T, b2, W3.T, b3)
    for layer, weight in zip(same.parameters(), weights):
        layer.copy_(weight)
X = torch.randn(20, 6)
print(f'parameters: {sum(p.numel() for p in params)}')
print(f'largest difference: {(net(X) - same(X)).abs().max().item():.5f}')


# %% [5.2.3] A layer of a single unit
torch.manual_seed(0)
width = 4
net = nn.Sequential(nn.Linear(10, 32), nn.ReLU(), nn.Linear(32, width), nn.Linear(width, 4))
outputs = net(torch.randn(200, 10)).detach()
directions = torch.linalg.svdvals(outputs - outputs.mean(dim=0)) > 1e-3
print(f'width: {width}')
print(f'directions: {int(directions.sum())}')
