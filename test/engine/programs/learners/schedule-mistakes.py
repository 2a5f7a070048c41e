import torch
import torch.nn.functional as F
from torch import nn


def attempt(f):
    try:
        result = f()
        print(result.shape if isinstance(result, torch.Tensor) and result.numel() > 9 else result)
    except Exception as e:
        print(type(e).__name__, str(e))


import warnings

from torch.optim import SGD, lr_scheduler


def optimizer():
    return SGD([torch.zeros(1, requires_grad=True)], lr=0.5)


attempt(lambda: lr_scheduler.StepLR(0.1, 1))
attempt(lambda: lr_scheduler.ReduceLROnPlateau(nn.Linear(1, 1)))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    sgd = optimizer()
    schedule = lr_scheduler.StepLR(sgd, 1)
    schedule.step()
    sgd.step()
    schedule.step()
    print([str(each.message) for each in caught], sgd.param_groups[0]['lr'])
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    sgd = optimizer()
    parts = [lr_scheduler.ConstantLR(sgd, 0.1, 2), lr_scheduler.ExponentialLR(sgd, 0.9)]
    schedule = lr_scheduler.SequentialLR(sgd, parts, milestones=[2])
    for _ in range(3):
        sgd.step()
        schedule.step()
        print(sgd.param_groups[0]['lr'])
    print([str(each.message) for each in caught])
schedule = lr_scheduler.OneCycleLR(sgd, 0.1, total_steps=2)
for _ in range(4):
    schedule.step()
