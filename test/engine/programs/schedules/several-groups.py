import torch
from torch.optim import lr_scheduler

a, b = torch.zeros(1, requires_grad=True), torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([{'params': [a]}, {'params': [b], 'lr': 0.2}], lr=0.1)
scheduler = lr_scheduler.LambdaLR(optimizer, [lambda epoch: 0.5**epoch, lambda epoch: 1.0])
for _ in range(3):
    optimizer.step()
    scheduler.step()
    print(scheduler.get_last_lr())
print(scheduler.base_lrs, [group['initial_lr'] for group in optimizer.param_groups])
state = scheduler.state_dict()
print(state['last_epoch'], state['base_lrs'])
