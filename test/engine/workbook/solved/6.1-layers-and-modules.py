# Solved versions: each cell stands in the place of the one in the workbook's file of the same name.


# %% [6.1.1] Modules in a Python list
class Chain(nn.Module):
    def __init__(self, *layers):
        super().__init__()
        self.layers = nn.ModuleList(layers)

    def forward(self, X):
        for layer in self.layers:
            X = layer(X)
        return X


net = Chain(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
print(f'parameters: {sum(p.numel() for p in net.parameters())}')
print(f'outputs: {net(torch.ones(3, 4)).shape[1]}')


# %% [6.1.2] Side by side
class Parallel(nn.Module):
    def __init__(self, net1, net2):
        super().__init__()
        self.net1, self.net2 = net1, net2

    def forward(self, X):
        return torch.cat((self.net1(X), self.net2(X)), dim=1)


torch.manual_seed(0)
left, right = nn.Linear(4, 3), nn.Linear(4, 3)
X = torch.randn(5, 4)
Y = Parallel(left, right)(X)
wanted = torch.cat((left(X), right(X)), dim=1)
print(f'largest difference: {(Y - wanted).abs().max().item() if Y.shape == wanted.shape else 1.0:.5f}')


# %% [6.1.3] A factory of blocks
def make(count):
    return nn.Sequential(*[nn.Sequential(nn.Linear(6, 6), nn.ReLU()) for _ in range(count)])


net = make(3)
print(f'blocks: {len(net)}')
print(f'parameters: {sum(p.numel() for p in net.parameters())}')
