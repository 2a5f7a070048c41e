# Solved versions: each cell stands in the place of the one in the workbook's file of the same name.


# %% [5.1.2] The slope of pReLU
def slope(x, alpha):
    return torch.where(x > 0, torch.ones_like(x), alpha * torch.ones_like(x))


alpha = 0.25
x = torch.arange(-3.9, 4.0, 0.2, requires_grad=True)
nn.functional.prelu(x, torch.tensor(alpha)).sum().backward()
difference = (slope(x.detach(), alpha) - x.grad).abs().max()
print(f'largest difference: {difference.item():.5f}')


# %% [5.1.3] The slope of Swish
def slope(x, beta):
    share = torch.sigmoid(beta * x)
    return share + beta * x * share * (1 - share)


differences = []
for beta in (0.1, 1.0, 5.0):
    x = torch.linspace(-6, 6, 61, requires_grad=True)
    (x * torch.sigmoid(beta * x)).sum().backward()
    differences.append((slope(x.detach(), beta) - x.grad).abs().max().item())
print(f'largest difference: {max(differences):.5f}')


# %% [5.1.5] Tanh and sigmoid can do the same
net = nn.Sequential(nn.Linear(3, 8), nn.Tanh(), nn.Linear(8, 1))
other = nn.Sequential(nn.Linear(3, 8), nn.Sigmoid(), nn.Linear(8, 1))

with torch.no_grad():
    other[0].weight.copy_(2 * net[0].weight)
    other[0].bias.copy_(2 * net[0].bias)
    other[2].weight.copy_(2 * net[2].weight)
    other[2].bias.copy_(net[2].bias - net[2].weight.sum(1))

X = 3 * torch.randn(200, 3)
difference = (other(X) - net(X)).abs().max()
print(f'largest difference: {difference.item():.5f}')
print(f'sigmoid layers: {sum(isinstance(layer, nn.Sigmoid) for layer in other)}')
