import importlib

import torch
import torch.nn.functional as F

x = torch.tensor([0.0], requires_grad=True)
with torch.autograd.set_detect_anomaly(True):
    print(torch.is_anomaly_enabled())
    y = torch.sqrt(x) * 0
    try:
        y.sum().backward()
    except RuntimeError as error:
        print(error)
print(torch.is_anomaly_enabled())
W, U = torch.ones(1, 3, requires_grad=True), torch.ones(3, 2, requires_grad=True)
loss = F.linear(F.linear(torch.ones(1, 2), U), W).sum()
with torch.no_grad():
    W.mul_(2)
try:
    loss.backward()
except RuntimeError as error:
    print(error)
print(F.huber_loss(x + 1, torch.zeros(1, dtype=torch.float64)), F.soft_margin_loss(x, torch.ones(1, dtype=torch.float64)))
for target in (torch.tensor([True]), torch.tensor([1])):
    print(F.smooth_l1_loss(x, target))
    for loss in (F.mse_loss, F.huber_loss, F.kl_div):
        try:
            loss(x, target).backward()
        except RuntimeError as error:
            print(error)
with importlib.import_module('torch.random').fork_rng():
    torch.manual_seed(1)
    torch.rand(1)
print(torch.rand(1))
