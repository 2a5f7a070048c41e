# Solved versions: each cell stands in the place of the one in the workbook's file of the same name.


# %% [7.6.1] A more modern LeNet
def accuracy_after_training(net):
    torch.manual_seed(0)
    X, y = stripes(200)
    optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
    for step in range(40):
        loss = nn.functional.cross_entropy(net(X), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    X, y = stripes(200)
    return (net(X).argmax(dim=1) == y).float().mean().item()


torch.manual_seed(1)
net = nn.Sequential(
    nn.Conv2d(1, 4, 5),
    nn.ReLU(),
    nn.MaxPool2d(2),
    nn.Flatten(),
    nn.Linear(64, 16),
    nn.ReLU(),
    nn.Linear(16, 2),
)
kinds = [type(layer).__name__ for layer in net]
print(f'sigmoids: {kinds.count("Sigmoid")}')
print(f'average pools: {kinds.count("AvgPool2d")}')
print(f'accuracy: {accuracy_after_training(net):.3f}')


# %% [7.6.4] What the layers see
def activations(net, X):
    found = []
    for layer in net:
        X = layer(X)
        if isinstance(layer, nn.ReLU):
            found.append(X)
    return found


torch.manual_seed(0)
net = nn.Sequential(
    nn.Conv2d(1, 4, 5), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(4, 4, 3), nn.ReLU(), nn.Flatten()
)
X, y = stripes(2)
first, second = activations(net, X)
d2l.show_heatmaps(first.detach(), 'column', 'row')
wanted = net[1](net[0](X))
deeper = net[4](net[3](net[2](wanted)))
off = 1.0
if first.shape == wanted.shape and second.shape == deeper.shape:
    off = max((first - wanted).abs().max().item(), (second - deeper).abs().max().item())
print(f'largest difference: {off:.5f}')
