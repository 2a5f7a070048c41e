import torch
from torch import nn

two = nn.Sequential(nn.Linear(4, 3), nn.Linear(3, 2))
one = nn.Linear(4, 2)
with torch.no_grad():
    one.weight.copy_(two[1].weight @ two[0].weight)
    one.bias.copy_(two[1].weight @ two[0].bias + two[1].bias)
X = torch.randn(5, 4)
print(torch.allclose(one(X), two(X), atol=1e-6))
print(one.weight)
