import torch
from torch import nn

for fan_in, fan_out in ((64, 64), (128, 32)):
    layer = nn.Linear(fan_in, fan_out)
    print(layer.weight.std())
    nn.init.xavier_uniform_(layer.weight)
    print(layer.weight.std(), layer.weight.abs().max() <= (6 / (fan_in + fan_out)) ** 0.5)
    nn.init.xavier_normal_(layer.weight)
    print(layer.weight.std(), (2 / (fan_in + fan_out)) ** 0.5)
    nn.init.kaiming_normal_(layer.weight, nonlinearity='relu')
    print(layer.weight.std(), (2 / fan_in) ** 0.5)
