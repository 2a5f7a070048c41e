# Solved versions: each cell stands in the place of the one in the workbook's file of the same name.


# %% [6.3.1] Each layer its own initializer
def init(module):
    if isinstance(module, nn.Linear):
        nn.init.zeros_(module.bias)
        if module.out_features == 16:
            nn.init.orthogonal_(module.weight)
        else:
            nn.init.constant_(module.weight, 0.5)


torch.manual_seed(0)
net = nn.Sequential(nn.Linear(16, 16), nn.ReLU(), nn.Linear(16, 16), nn.ReLU(), nn.Linear(16, 2))
net.apply(init)
hidden = [net[0].weight.detach(), net[2].weight.detach()]
off = max((W @ W.T - torch.eye(16)).abs().max().item() for W in hidden)
print(f'largest difference: {off:.5f}')
print(f'last layer: {net[4].weight.min().item():.2f}')
print(f'largest bias: {max(net[at].bias.abs().max().item() for at in (0, 2, 4)):.4f}')
