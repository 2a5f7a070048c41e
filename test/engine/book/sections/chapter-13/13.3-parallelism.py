# %%
import torch
from d2l import torch as d2l

devices = d2l.try_all_gpus()


def run(x):
    return [x.mm(x) for _ in range(3)]


x = torch.rand(size=(20, 20), device=d2l.try_gpu())
print(devices)
run(x)[0].shape


# %%
def copy_to_cpu(x, non_blocking=False):
    return [y.to('cpu', non_blocking=non_blocking) for y in x]


y = run(x)
torch.equal(copy_to_cpu(y, non_blocking=True)[2], y[2])
