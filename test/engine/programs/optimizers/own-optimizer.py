import torch
from torch import nn


class Signed(torch.optim.Optimizer):
    def __init__(self, params, lr=0.1):
        super().__init__(params, dict(lr=lr))

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            for p in group['params']:
                state = self.state[p]
                state['steps'] = state.get('steps', 0) + 1
                p.add_(p.grad.sign(), alpha=-group['lr'])


net = nn.Linear(2, 1)
optimizer = Signed(net.parameters())
before = net.weight.detach().clone()
net(torch.ones(1, 2)).sum().backward()
optimizer.step()
print(before - net.weight, optimizer.state[net.weight], isinstance(optimizer, torch.optim.Optimizer))
optimizer
