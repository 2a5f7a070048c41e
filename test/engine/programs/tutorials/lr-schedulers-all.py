import torch
from torch import nn, optim
from torch.optim import lr_scheduler as S


def run(make, n=8, **kw):
    p = nn.Parameter(torch.zeros(1))
    o = optim.SGD([p], lr=0.1, momentum=0.9)
    s = make(o)
    out = []
    for i in range(n):
        out.append(round(o.param_groups[0]['lr'], 6))
        o.step()
        s.step(**kw)
    return out


print('step', run(lambda o: S.StepLR(o, 3, 0.5)))
print('multi', run(lambda o: S.MultiStepLR(o, [2, 5], gamma=0.1)))
print('exp', run(lambda o: S.ExponentialLR(o, 0.9)))
print('cos', run(lambda o: S.CosineAnnealingLR(o, T_max=5, eta_min=0.001)))
print('warm', run(lambda o: S.CosineAnnealingWarmRestarts(o, 3, 2)))
print('lin', run(lambda o: S.LinearLR(o, 0.25, total_iters=4)))
print('const', run(lambda o: S.ConstantLR(o, 0.5, 3)))
print('poly', run(lambda o: S.PolynomialLR(o, 6, 2)))
print('lambda', run(lambda o: S.LambdaLR(o, lambda e: 0.95 ** e)))
print('mult', run(lambda o: S.MultiplicativeLR(o, lambda e: 0.95)))
print('cyc', run(lambda o: S.CyclicLR(o, 0.01, 0.1, step_size_up=3, mode='triangular2')))
print('one', run(lambda o: S.OneCycleLR(o, 0.1, total_steps=9)))
print('seq', run(lambda o: S.SequentialLR(o, [S.ConstantLR(o, 0.1, 2), S.ExponentialLR(o, 0.9)], milestones=[3])))
print('chain', run(lambda o: S.ChainedScheduler([S.ConstantLR(o, 0.1, 2), S.ExponentialLR(o, 0.9)])))
print('plateau', run(lambda o: S.ReduceLROnPlateau(o, patience=1, factor=0.5), metrics=1.0))
p = nn.Parameter(torch.zeros(1))
o = optim.Adam([p], lr=0.1)
s = S.StepLR(o, 2)
s.step()
print(s.state_dict())
print(s.get_last_lr(), s.last_epoch)
