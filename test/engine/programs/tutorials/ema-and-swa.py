import copy
import torch
from torch import nn
from torch.optim.swa_utils import AveragedModel, SWALR, update_bn, get_ema_multi_avg_fn

torch.manual_seed(0)
net = nn.Linear(2, 1)


class EMA:
    def __init__(self, model, decay):
        self.decay = decay
        self.shadow = {k: v.clone() for k, v in model.state_dict().items()}

    @torch.no_grad()
    def update(self, model):
        for k, v in model.state_dict().items():
            self.shadow[k].mul_(self.decay).add_(v, alpha=1 - self.decay)


ema = EMA(net, 0.9)
avg = copy.deepcopy(net)
swa = AveragedModel(net)
opt = torch.optim.SGD(net.parameters(), lr=0.1)
sched = SWALR(opt, swa_lr=0.05, anneal_epochs=2)
x, y = torch.randn(8, 2), torch.randn(8, 1)
for i in range(4):
    opt.zero_grad()
    nn.functional.mse_loss(net(x), y).backward()
    opt.step()
    sched.step()
    ema.update(net)
    swa.update_parameters(net)
    for a, b in zip(avg.parameters(), net.parameters()):
        a.data.lerp_(b.data, 0.1)
    print(opt.param_groups[0]['lr'])
print(ema.shadow)
print(swa.n_averaged, swa.module.weight)
print(avg.weight)
e2 = AveragedModel(net, multi_avg_fn=get_ema_multi_avg_fn(0.99))
e2.update_parameters(net)
print(e2(x)[0])
