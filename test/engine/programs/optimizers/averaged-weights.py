"""Averages of a model's weights: SWALR, AveragedModel, update_bn."""

import torch
from torch import nn
from torch.optim.swa_utils import SWALR, AveragedModel, get_ema_avg_fn, update_bn

torch.manual_seed(4)
X = torch.randn(32, 3)
y = X @ torch.tensor([[1.0], [-2.0], [0.5]]) + 0.1 * torch.randn(32, 1)
net = nn.Sequential(nn.Linear(3, 4), nn.BatchNorm1d(4), nn.Linear(4, 1))
averaged, forgetting = AveragedModel(net), AveragedModel(net, avg_fn=get_ema_avg_fn(0.9))
optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
scheduler = SWALR(optimizer, swa_lr=0.02, anneal_epochs=4)
print(optimizer.param_groups[0]['swa_lr'])
for epoch in range(6):
    optimizer.zero_grad()
    loss = nn.functional.mse_loss(net(X), y)
    loss.backward()
    optimizer.step()
    averaged.update_parameters(net)
    forgetting.update_parameters(net)
    scheduler.step()
    print(epoch, loss, f'{scheduler.get_last_lr()[0]:.6f}')
print(averaged.n_averaged, averaged.module[0].weight, forgetting.module[2].weight)
update_bn(torch.utils.data.DataLoader(X, batch_size=8), averaged)
print(averaged.module[1].running_mean, averaged.module[1].momentum, averaged.module[1].num_batches_tracked)
print(averaged.eval()(X[:2]))
print(list(averaged.state_dict())[:3], averaged)
linear = SWALR(torch.optim.SGD([torch.ones(1, requires_grad=True)], lr=1.0), 0.2, 2, 'linear')
for _ in range(4):
    linear.optimizer.step()
    linear.step()
    print(f'{linear.get_last_lr()[0]:.4f}')
for wrong in (lambda: SWALR(optimizer, 0.1, anneal_strategy='exp'), lambda: get_ema_avg_fn(2.0)):
    try:
        wrong()
    except ValueError as error:
        print(error)
