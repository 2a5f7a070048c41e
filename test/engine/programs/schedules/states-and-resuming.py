"""What a plateau's schedule remembers; schedules that go on, and those that do not know where from."""

import torch
from torch import nn
from torch.optim import lr_scheduler

optimizer = torch.optim.SGD([nn.Parameter(torch.ones(1))], lr=0.1)
plateau = lr_scheduler.ReduceLROnPlateau(optimizer, patience=0)
print(plateau.state_dict())
for loss in (1.0, 1.0, 2.0):
    plateau.step(loss)
print(plateau.state_dict(), optimizer.param_groups[0]['lr'])
for make in (
    lambda: lr_scheduler.LambdaLR(optimizer, [lambda epoch: 1, lambda epoch: 2]),
    lambda: lr_scheduler.StepLR(torch.optim.SGD([nn.Parameter(torch.ones(1))], lr=0.1), 2, last_epoch=3),
):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)
optimizer.param_groups[0]['initial_lr'] = 0.1
print(lr_scheduler.StepLR(optimizer, 2, last_epoch=3).get_last_lr())
