# %%
import torch
from torch import nn
from d2l import torch as d2l

net = nn.Sequential(nn.LazyLinear(256), nn.ReLU(), nn.LazyLinear(10))
net[0].weight

# %%
net

# %%
X = torch.rand(2, 20)
net(X)
net[0].weight.shape


# %%
@d2l.add_to_class(d2l.Module)
def apply_init(self, inputs, init=None):
    self.forward(*inputs)
    if init is not None:
        self.net.apply(init)


class MLP(d2l.Classifier):
    def __init__(self, num_hiddens, num_outputs):
        super().__init__()
        self.net = nn.Sequential(nn.Flatten(), nn.LazyLinear(num_hiddens), nn.ReLU(), nn.LazyLinear(num_outputs))


model = MLP(4, 3)
model.apply_init([torch.zeros(2, 5)], lambda m: None)
[tuple(p.shape) for p in model.parameters()]

# %%
net(torch.rand(2, 21))

# %%
nn.LazyLinear(2).weight.shape
