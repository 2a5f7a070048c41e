import torch
from torch import nn

w = torch.empty(3, 5)
torch.manual_seed(0)
print(nn.init.uniform_(w))
print(nn.init.normal_(w))
print(nn.init.constant_(w, 0.3))
print(nn.init.eye_(w))
print(nn.init.xavier_uniform_(w, gain=nn.init.calculate_gain('relu')))
print(nn.init.xavier_normal_(w))
print(nn.init.kaiming_uniform_(w, mode='fan_in', nonlinearity='relu'))
print(nn.init.kaiming_normal_(w, mode='fan_out'))
print(nn.init.trunc_normal_(w, std=0.02))
print(nn.init.orthogonal_(w))
print(nn.init.sparse_(w, sparsity=0.4))
print(nn.init.dirac_(torch.empty(2, 2, 3)))
print(nn.init.calculate_gain('leaky_relu', 0.2), nn.init.calculate_gain('tanh'))
try:
    nn.init.xavier_uniform_(torch.empty(3))
except ValueError as e:
    print(e)
try:
    nn.init.calculate_gain('swish')
except ValueError as e:
    print(e)


def init(m):
    if isinstance(m, nn.Linear):
        torch.nn.init.xavier_uniform_(m.weight)
        m.bias.data.fill_(0.01)


net = nn.Sequential(nn.Linear(2, 2), nn.Linear(2, 2))
net.apply(init)
print(net[1].bias, net[0].weight)
