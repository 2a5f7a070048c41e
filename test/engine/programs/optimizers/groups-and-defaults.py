import torch
from torch import nn

net = nn.Sequential(nn.Linear(2, 3), nn.Linear(3, 1))
optimizer = torch.optim.SGD([{'params': net[0].parameters()}, {'params': net[1].parameters(), 'lr': 0.5}], lr=0.1, momentum=0.9)
print(len(optimizer.param_groups), [group['lr'] for group in optimizer.param_groups])
print([len(group['params']) for group in optimizer.param_groups], sorted(optimizer.defaults))
for group in optimizer.param_groups:
    group['lr'] *= 0.5
extra = torch.zeros(1, requires_grad=True)
optimizer.add_param_group({'params': [extra], 'momentum': 0.0})
print(optimizer)
