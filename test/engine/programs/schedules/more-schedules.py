import torch
from torch.optim import lr_scheduler

w = torch.zeros(1, requires_grad=True)
for make in (
    lambda o: lr_scheduler.ConstantLR(o, factor=0.5, total_iters=3),
    lambda o: lr_scheduler.LinearLR(o, start_factor=0.25, total_iters=4),
    lambda o: lr_scheduler.PolynomialLR(o, total_iters=5, power=2.0),
    lambda o: lr_scheduler.MultiplicativeLR(o, lambda epoch: 0.9),
    lambda o: lr_scheduler.SequentialLR(
        o,
        [lr_scheduler.LinearLR(o, 0.1, total_iters=3), lr_scheduler.ExponentialLR(o, 0.5)],
        milestones=[3],
    ),
):
    optimizer = torch.optim.SGD([w], lr=1.0)
    scheduler = make(optimizer)
    found = []
    for _ in range(7):
        found.append(round(scheduler.get_last_lr()[0], 6))
        optimizer.step()
        scheduler.step()
    print(type(scheduler).__name__, found)
