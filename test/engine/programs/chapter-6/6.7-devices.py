import torch
from torch import nn
from d2l import torch as d2l

print(d2l.cpu(), d2l.num_gpus(), d2l.try_gpu(), d2l.try_gpu(10), d2l.try_all_gpus())
print(torch.device('cpu'), torch.cuda.device_count(), torch.cuda.is_available())
x = torch.tensor([1, 2, 3])
print(x.device)
X = torch.ones(2, 3, device=d2l.try_gpu())
print(X)
net = nn.Sequential(nn.LazyLinear(1))
net = net.to(device=d2l.try_gpu())
print(net(X).shape, net[0].weight.data.device)
Z = X.cpu()
print(Z is X, X.to('cpu') is X)
d2l.gpu(1)
