import torch
from torch import nn

net = nn.Sequential(nn.Linear(2, 3), nn.Linear(3, 1))
state = net.state_dict()
del state['1.bias']
state['2.weight'] = torch.ones(1)
print(net.load_state_dict(state, strict=False))
try:
    net.load_state_dict(state)
except RuntimeError as error:
    print(error)
nn.Linear(2, 2).load_state_dict(nn.Linear(3, 2).state_dict())
