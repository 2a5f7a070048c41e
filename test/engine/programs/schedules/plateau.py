import torch
from torch.optim.lr_scheduler import ReduceLROnPlateau

w = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=1.0)
scheduler = ReduceLROnPlateau(optimizer, mode='min', factor=0.1, patience=1)
for loss in (1.0, 0.9, 0.95, 0.95, 0.95, 0.5, 0.6, 0.6, 0.6):
    scheduler.step(loss)
    print(loss, optimizer.param_groups[0]['lr'])
