import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.ModuleList([nn.Linear(2, 2) for _ in range(2)])
        self.heads = nn.ModuleDict({'a': nn.Linear(2, 1), 'b': nn.Linear(2, 3)})
        self.scales = nn.ParameterList([torch.ones(1), torch.zeros(2)])

    def forward(self, X, head):
        for layer in self.layers:
            X = torch.relu(layer(X))
        return self.heads[head](X)


net = Net()
net.layers.append(nn.Linear(2, 2))
print(net)
print([name for name, _ in net.named_parameters()])
print(list(net.heads.keys()), len(net.layers), 'a' in net.heads)
net(torch.ones(1, 2), 'b').shape
