import torch
from torch.optim import lr_scheduler

w = torch.zeros(1, requires_grad=True)
for make in (
    lambda o: lr_scheduler.CyclicLR(o, 0.1, 1.0, step_size_up=3), lambda o: lr_scheduler.CyclicLR(o, 0.1, 1.0, 2, 4, mode='triangular2'),
    lambda o: lr_scheduler.CyclicLR(o, 0.1, 1.0, 2, mode='exp_range', gamma=0.9),
    lambda o: lr_scheduler.CyclicLR(o, 0.1, 1.0, 2, scale_fn=lambda x: 1 / x, cycle_momentum=False),
    lambda o: lr_scheduler.OneCycleLR(o, 1.0, total_steps=12), lambda o: lr_scheduler.OneCycleLR(o, 0.5, epochs=4, steps_per_epoch=3, anneal_strategy='linear'),
    lambda o: lr_scheduler.OneCycleLR(o, 1.0, total_steps=12, three_phase=True, pct_start=0.4),
    lambda o: lr_scheduler.CosineAnnealingWarmRestarts(o, 2, T_mult=2),
    lambda o: lr_scheduler.ChainedScheduler([lr_scheduler.ConstantLR(o, 0.1, 2), lr_scheduler.ExponentialLR(o, 0.9)]),
):
    optimizer = torch.optim.SGD([w], lr=1.0, momentum=0.9)
    scheduler = make(optimizer)
    found = []
    for _ in range(11):
        found.append((round(scheduler.get_last_lr()[0], 6), round(optimizer.param_groups[0]['momentum'], 6)))
        optimizer.step()
        scheduler.step()
    print(type(scheduler).__name__, found)
