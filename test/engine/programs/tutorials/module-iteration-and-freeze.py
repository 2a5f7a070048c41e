import torch
from torch import nn

net = nn.Sequential(nn.Conv2d(1, 2, 3), nn.BatchNorm2d(2), nn.ReLU(), nn.Flatten(), nn.LazyLinear(3))
print(net)
print(net[-1].weight)
y = net(torch.ones(1, 1, 5, 5))
print(net[-1], y.shape)
for i, layer in enumerate(net):
    print(i, layer.__class__.__name__, sum(p.numel() for p in layer.parameters()))
X = torch.rand(1, 1, 5, 5)
for layer in net.eval():
    X = layer(X)
    print(layer.__class__.__name__, 'output shape:\t', X.shape)
for name, child in net.named_children():
    if isinstance(child, nn.BatchNorm2d):
        child.requires_grad_(False)
print([(n, p.requires_grad) for n, p in net.named_parameters()])
print(dict(net.named_parameters())['0.bias'].shape, net.state_dict()['1.running_var'], len(list(net.modules())), net[0].bias is net[0]._parameters['bias'])
shared = nn.Linear(2, 2)
tied = nn.Sequential(shared, nn.ReLU(), shared)
print(len(list(tied.parameters())), tied[0] is tied[2], [k for k in tied.state_dict()])
tied[0].weight.data[0, 0] = 100
print(tied[2].weight.data[0, 0], hasattr(net, 'foo'), net.__class__, callable(net))
