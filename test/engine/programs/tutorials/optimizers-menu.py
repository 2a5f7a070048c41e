import torch
from torch import nn, optim

for name, kw in [('SGD', dict(lr=0.1, momentum=0.9, nesterov=True, weight_decay=0.01)), ('Adam', dict(lr=0.1)), ('AdamW', dict(lr=0.1)),
                 ('Adagrad', {}), ('Adadelta', {}), ('RMSprop', dict(lr=0.05, momentum=0.5, centered=True)), ('Adamax', {}), ('NAdam', {}), ('RAdam', {}), ('Rprop', {}), ('ASGD', {})]:
    torch.manual_seed(0)
    net = nn.Linear(2, 1)
    opt = getattr(optim, name)(net.parameters(), **kw)
    x, y = torch.randn(4, 2), torch.randn(4, 1)
    for _ in range(3):
        opt.zero_grad()
        loss = nn.functional.mse_loss(net(x), y)
        loss.backward()
        opt.step()
    print(name, loss, net.weight)
    print(opt)
w = nn.Parameter(torch.tensor([1., 1.]))
lb = optim.LBFGS([w], lr=1, max_iter=5, line_search_fn='strong_wolfe')


def closure():
    lb.zero_grad()
    l = (1 - w[0]) ** 2 + 100 * (w[1] - w[0] ** 2 + 0.5) ** 2
    l.backward()
    return l


for _ in range(3):
    print(lb.step(closure))
print(w)


class MySGD(optim.Optimizer):
    def __init__(self, params, lr=0.1):
        super().__init__(params, dict(lr=lr))

    @torch.no_grad()
    def step(self, closure=None):
        for group in self.param_groups:
            for p in group['params']:
                if p.grad is not None:
                    p.add_(p.grad, alpha=-group['lr'])
                    self.state[p]['step'] = self.state[p].get('step', 0) + 1


o = MySGD([w], 0.01)
closure()
o.step()
print(w, o, o.state)
try:
    optim.SGD([w], lr=0.1, nesterov=True)
except ValueError as e:
    print(e)
try:
    optim.Adam([w], betas=(1.0, 0.9))
except ValueError as e:
    print(e)
