# %%
import torch
from torch import nn
from d2l import torch as d2l


def cpu():
    return torch.device('cpu')


def gpu(i=0):
    return torch.device(f'cuda:{i}')


cpu(), gpu(), gpu(1)


# %%
def num_gpus():
    return torch.cuda.device_count()


num_gpus()


# %%
def try_gpu(i=0):
    if num_gpus() >= i + 1:
        return gpu(i)
    return cpu()


def try_all_gpus():
    return [gpu(i) for i in range(num_gpus())]


try_gpu(), try_gpu(10), try_all_gpus()

# %%
x = torch.tensor([1, 2, 3])
x.device

# %%
X = torch.ones(2, 3, device=try_gpu())
X

# %%
Z = X.to(cpu())
Z is X, X.cpu() is X

# %%
net = nn.Sequential(nn.LazyLinear(1))
net = net.to(device=try_gpu())
net(X).shape, net[0].weight.data.device

# %%
torch.cuda.is_available(), d2l.try_gpu()
