import torch
from torch import nn

torch.manual_seed(0)
d = nn.Dropout(0.5)
x = torch.ones(2, 8)
print(d(x), d.eval()(x), d.training)


def dropout_layer(X, p):
    assert 0 <= p <= 1
    if p == 1:
        return torch.zeros_like(X)
    mask = (torch.rand(X.shape) > p).float()
    return mask * X / (1.0 - p)


X = torch.arange(16, dtype=torch.float32).reshape((2, 8))
print(dropout_layer(X, 0.), dropout_layer(X, 0.5), dropout_layer(X, 1.))
net = nn.Sequential(nn.Flatten(), nn.Linear(8, 4), nn.BatchNorm1d(4), nn.Dropout(0.3))
net.train()
a = net(X)
net.eval()
print(a.shape, net(X).requires_grad, net[2].running_mean, [m.training for m in net])
