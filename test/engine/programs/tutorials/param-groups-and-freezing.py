import torch
from torch import nn

net = nn.Sequential(nn.Linear(2, 4), nn.ReLU(), nn.Linear(4, 2))
for p in net[0].parameters():
    p.requires_grad = False
print([(n, p.requires_grad) for n, p in net.named_parameters()])
opt = torch.optim.SGD([
    {'params': net[2].weight, 'lr': 0.1},
    {'params': [net[2].bias], 'weight_decay': 0.01},
], lr=0.5, momentum=0.9)
print(opt)
opt.add_param_group({'params': net[0].parameters(), 'lr': 1e-4})
print(len(opt.param_groups), opt.param_groups[2]['lr'], opt.param_groups[0].keys())
net(torch.ones(1, 2)).sum().backward()
print(net[0].weight.grad, net[2].bias.grad)
opt.step()
print(net[2].bias)
sd = opt.state_dict()
print(sd['param_groups'][0]['params'], sd['state'].keys())
print(sd['state'][0].keys())
trainable = sum(p.numel() for p in net.parameters() if p.requires_grad)
print(trainable, sum(p.numel() for p in net.parameters()))
try:
    torch.optim.SGD([], lr=0.1)
except ValueError as e:
    print(e)
try:
    torch.optim.SGD(net.parameters(), lr=-1)
except ValueError as e:
    print(e)
try:
    torch.optim.Adam(net[0].weight)
except TypeError as e:
    print(e)
opt.zero_grad()
print(net[2].weight.grad)
net.requires_grad_(True)
print(all(p.requires_grad for p in net.parameters()))
