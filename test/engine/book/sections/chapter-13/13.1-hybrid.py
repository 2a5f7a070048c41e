# %% Imperative, and text that is compiled
def add(a, b):
    return a + b


def add_():
    return '''
def add(a, b):
    return a + b
'''


prog = add_() + '\nprint(add(1, 2))'
print(prog)
y = compile(prog, '', 'exec')
exec(y)

# %%
import torch
from d2l import torch as d2l
from torch import nn


def get_net():
    net = nn.Sequential(nn.Linear(32, 16), nn.ReLU(), nn.Linear(16, 8), nn.ReLU(), nn.Linear(8, 2))
    return net


x = torch.randn(size=(1, 32))
net = get_net()
net(x)

# %%
net = torch.jit.script(net)
net(x)


# %%
class Benchmark:
    def __init__(self, description='Done'):
        self.description = description

    def __enter__(self):
        self.timer = d2l.Timer()
        return self

    def __exit__(self, *args):
        self.seconds = self.timer.stop()


net = get_net()
with Benchmark('Without torchscript') as benchmark:
    for i in range(20):
        net(x)
benchmark.seconds > 0

# %%
import os

net.eval()
scripted = torch.jit.script(net)
scripted.save('my_mlp')
os.path.exists('my_mlp'), torch.equal(torch.jit.load('my_mlp')(x), net(x))
