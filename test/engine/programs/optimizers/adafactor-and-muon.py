"""Adafactor and Muon on a small fit with their options; what they and SparseAdam refuse; cosine schedules to and fro."""

import torch
from torch import nn, optim

torch.manual_seed(0)
X, y = torch.randn(8, 3), torch.randn(8, 2)
for make in (
    lambda p: optim.Adafactor(p),
    lambda p: optim.Adafactor(p, lr=0.1, weight_decay=0.1, d=1.5, eps=(1e-4, 1e-2), beta2_decay=-0.5, maximize=True),
):
    torch.manual_seed(1)
    net = nn.Sequential(nn.Linear(3, 4), nn.Tanh(), nn.Linear(4, 2))
    optimizer = make(net.parameters())
    for _ in range(4):
        optimizer.zero_grad()
        loss = ((net(X) - y) ** 2).mean()
        loss.backward()
        optimizer.step()
        print(round(loss.item(), 4))
    print(optimizer, {name: tuple(v.shape) for name, v in optimizer.state_dict()['state'][0].items()})

W = nn.Parameter(torch.randn(3, 2))
optimizer = optim.Muon([W], lr=0.05, momentum=0.9, adjust_lr_fn='match_rms_adamw')
for _ in range(4):
    optimizer.zero_grad()
    loss = ((X @ W - y) ** 2).mean()
    loss.backward()
    optimizer.step()
    print(round(loss.item(), 2))
print(optimizer)

for call in (
    lambda: optim.Adafactor([W], lr=-1),
    lambda: optim.Adafactor([W], d=0.5),
    lambda: optim.Adafactor([W], beta2_decay=0.1),
    lambda: optim.Muon([nn.Parameter(torch.ones(3))]),
    lambda: optim.Muon([W], adjust_lr_fn='none'),
    lambda: optim.Muon([W], momentum=-1),
    lambda: optim.SparseAdam([W], lr=0),
    lambda: optim.SparseAdam([W]).step(),
):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)

optimizer = optim.SGD([W], lr=1.0)
schedule = optim.lr_scheduler.CosineAnnealingLR(optimizer, 3, eta_min=0.1)
rates = []
for epoch in range(9):
    optimizer.step()
    schedule.step()
    if epoch == 4:
        optimizer.param_groups[0]['lr'] = 0.5
    rates.append(round(optimizer.param_groups[0]['lr'], 5))
print(rates)
optimizer = optim.SGD([W], lr=1.0)
warm = optim.lr_scheduler.LinearLR(optimizer, 0.1, total_iters=3)
cosine = optim.lr_scheduler.CosineAnnealingLR(optimizer, 4)
schedule = optim.lr_scheduler.SequentialLR(optimizer, [warm, cosine], [3])
rates = []
for _ in range(9):
    optimizer.step()
    schedule.step()
    rates.append(round(schedule.get_last_lr()[0], 5))
print(rates)
optimizer = optim.SGD([W], lr=1.0)
parts = [optim.lr_scheduler.CosineAnnealingLR(optimizer, 4), optim.lr_scheduler.ExponentialLR(optimizer, 0.9)]
schedule = optim.lr_scheduler.ChainedScheduler(parts)
for _ in range(6):
    optimizer.step()
    schedule.step()
print(schedule.get_last_lr())
