import copy
import pickle

import torch
from torch import nn

net = nn.Sequential(nn.Linear(2, 2), nn.ReLU())
twin = copy.deepcopy(net)
with torch.no_grad():
    twin[0].weight.zero_()
print(net[0].weight.abs().sum() > 0, twin[0].weight)
shared = copy.copy(net)
print(shared[0].weight is net[0].weight)
again = pickle.loads(pickle.dumps(net))
print(torch.equal(again[0].weight, net[0].weight), again)
