import torch
from torch.optim import lr_scheduler

w = torch.zeros(1, requires_grad=True)


def rates(make, steps=10):
    optimizer = torch.optim.SGD([w], lr=1.0)
    scheduler = make(optimizer)
    found = []
    for _ in range(steps):
        found.append(round(optimizer.param_groups[0]['lr'], 6))
        optimizer.step()
        scheduler.step()
    return found, scheduler.last_epoch, scheduler.get_last_lr()


print(rates(lambda o: lr_scheduler.StepLR(o, step_size=3)))
print(rates(lambda o: lr_scheduler.StepLR(o, 2, gamma=0.5)))
print(rates(lambda o: lr_scheduler.MultiStepLR(o, [2, 5], gamma=0.1)))
print(rates(lambda o: lr_scheduler.ExponentialLR(o, gamma=0.9)))
print(rates(lambda o: lr_scheduler.CosineAnnealingLR(o, T_max=5, eta_min=0.1)))
print(rates(lambda o: lr_scheduler.LambdaLR(o, lr_lambda=lambda epoch: 0.95**epoch)))
print(rates(lambda o: lr_scheduler.LambdaLR(o, lambda epoch: 1 / (1 + epoch))))
