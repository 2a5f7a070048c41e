# %%
import torch
from torch import nn

net = nn.Sequential(nn.LazyLinear(8), nn.ReLU(), nn.LazyLinear(1))
X = torch.rand(size=(2, 4))
net(X).shape

# %%
list(net[2].state_dict())

# %%
type(net[2].bias), net[2].bias.data

# %%
net[2].weight.grad == None

# %%
[(name, param.shape) for name, param in net.named_parameters()]

# %%
shared = nn.LazyLinear(8)
net = nn.Sequential(nn.LazyLinear(8), nn.ReLU(), shared, nn.ReLU(), shared, nn.ReLU(), nn.LazyLinear(1))
net(X)
print(net[2].weight.data[0] == net[4].weight.data[0])
net[2].weight.data[0, 0] = 100
print(net[2].weight.data[0] == net[4].weight.data[0])

# %%
len(list(net.parameters())), sum(p.numel() for p in net.parameters())

# %%
net(X).sum().backward()
net[2].weight.grad is net[4].weight.grad, net[2].weight.grad.shape

# %%
net.get_parameter('6.bias'), net.state_dict()['0.weight'].shape

# %%
net[1].weight
