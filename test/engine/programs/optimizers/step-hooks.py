"""Hooks before and after an optimizer's step, of PyTorch's and of one's own class; named parameters; empty states."""

import torch
from torch import nn

torch.manual_seed(0)
layer = nn.Linear(2, 1)


class Signs(torch.optim.Optimizer):
    def __init__(self, params, lr=0.1):
        super().__init__(params, {'lr': lr})

    @torch.no_grad()
    def step(self, closure=None):
        for group in self.param_groups:
            for p in group['params']:
                p.sub_(p.grad.sign(), alpha=group['lr'])


for optimizer in (torch.optim.SGD(layer.parameters(), lr=0.1), torch.optim.Adam(layer.parameters()), Signs(layer.parameters())):
    before = optimizer.register_step_pre_hook(lambda chosen, args, kwargs: print('before', type(chosen).__name__, len(args), kwargs))
    after = optimizer.register_step_post_hook(lambda chosen, args, kwargs: print('after', type(chosen).__name__))
    optimizer.zero_grad()
    layer(torch.ones(1, 2)).sum().backward()
    optimizer.step()
    print(layer.weight)
    before.remove()
    after.remove()
    optimizer.step()
    print(layer.weight, len(optimizer.state_dict()['state']))
print(torch.optim.SGD(layer.named_parameters(), lr=0.1))
print(torch.optim.SGD(layer.parameters(), lr=0.1).state_dict())
