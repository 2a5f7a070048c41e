import torch
from torch import nn


class Listed(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = [nn.Linear(2, 3), nn.Linear(3, 1)]

    def forward(self, X):
        for layer in self.layers:
            X = layer(X)
        return X


class Registered(Listed):
    def __init__(self):
        super().__init__()
        self.layers = nn.ModuleList(self.layers)


print(len(list(Listed().parameters())), len(list(Registered().parameters())))
print(Registered())
Registered().state_dict().keys()
