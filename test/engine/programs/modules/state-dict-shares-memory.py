import torch
from torch import nn

net = nn.Linear(2, 1)
state = net.state_dict()
with torch.no_grad():
    net.weight.fill_(3.0)
print(state['weight'], state['weight'].requires_grad)
copied = {name: value.clone() for name, value in state.items()}
net.weight.data.zero_()
net.load_state_dict(copied)
print(net.weight, type(state).__name__, list(state.keys()))
