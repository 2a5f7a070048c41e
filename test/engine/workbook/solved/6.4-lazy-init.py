# Solved versions: each cell stands in the place of the one in the workbook's file of the same name.


# %% [6.4.1] What is initialized when
def ready(net):
    linear = [layer for layer in net if isinstance(layer, nn.Linear)]
    waiting = nn.parameter.UninitializedParameter
    return len([layer for layer in linear if not isinstance(layer.weight, waiting)])


net = nn.Sequential(nn.Linear(20, 16), nn.ReLU(), nn.LazyLinear(8), nn.ReLU(), nn.LazyLinear(2))
print(f'before: {ready(net)}')
net(torch.ones(1, 20))
print(f'after: {ready(net)}')


# %% [6.4.3] Inputs of any length
class Flexible(nn.Module):
    def __init__(self, most, outputs):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(outputs, most))
        self.bias = nn.Parameter(torch.randn(outputs))

    def forward(self, X):
        return X @ self.weight[:, : X.shape[1]].T + self.bias


torch.manual_seed(0)
layer = Flexible(8, 4)
worst = 0.0
for features in (3, 5, 8):
    X = torch.randn(10, features)
    filled = nn.functional.pad(X, (0, 8 - features))
    wanted = filled @ layer.weight.T + layer.bias
    worst = max(worst, (layer(X) - wanted).abs().max().item())
print(f'largest difference: {worst:.5f}')
print(f'parameters: {sum(p.numel() for p in layer.parameters())}')
