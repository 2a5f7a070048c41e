import torch
from torch import nn
from d2l import torch as d2l

net = nn.Sequential(nn.LazyLinear(256), nn.ReLU(), nn.LazyLinear(10))
print(net[0].weight)
X = torch.rand(2, 20)
net(X)
print(net[0].weight.shape)


@d2l.add_to_class(d2l.Module)
def apply_init(self, inputs, init=None):
    self.forward(*inputs)
    if init is not None:
        self.net.apply(init)


model = d2l.LinearRegression(0.1)
model.apply_init([X], lambda m: nn.init.ones_(m.weight) if isinstance(m, nn.Linear) else None)
print(model.net.weight)
try:
    net(torch.rand(2, 3))
except RuntimeError as error:
    print(error)
