"""nn.utils.prune: at random, by size, by channels, of several layers together, by a method of one's own; and mistakes."""

import torch
from torch import nn
from torch.nn.utils import prune


def said(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


torch.manual_seed(0)
layer = nn.Linear(3, 2)
print(prune.random_unstructured(layer, name='weight', amount=0.3))
print([name for name, _ in layer.named_parameters()], list(layer.named_buffers()), layer.weight)
print([type(hook).__name__ for hook in layer._forward_pre_hooks.values()])
prune.l1_unstructured(layer, name='bias', amount=1)
print(layer.bias, list(layer.state_dict()))
prune.ln_structured(layer, name='weight', amount=0.5, n=2, dim=0)
print(layer.weight, layer.weight_mask, [type(hook).__name__ for hook in layer._forward_pre_hooks.values()])
layer(torch.ones(4, 3)).sum().backward()
print(layer.weight_orig.grad, prune.is_pruned(layer))
prune.remove(layer, 'weight')
print([name for name, _ in layer.named_parameters()], layer.weight, prune.is_pruned(layer))
said(lambda: prune.remove(layer, 'weight'))

net = nn.Sequential(nn.Conv2d(1, 2, 2), nn.Flatten(), nn.Linear(2, 1))
parameters = [(net[0], 'weight'), (net[2], 'weight')]
prune.global_unstructured(parameters, pruning_method=prune.L1Unstructured, amount=0.4)
print(net[0].weight, net[2].weight, net(torch.ones(1, 1, 2, 2)))
for module, name in parameters:
    pruned = float(torch.sum(getattr(module, name) == 0))
    print(f'{type(module).__name__}: {100 * pruned / module.weight.nelement():.2f}%')
print(prune.random_structured(net[2], 'weight', 1, dim=1).weight_mask)
print(prune.custom_from_mask(nn.Linear(2, 1), 'bias', torch.tensor([0])).bias, prune.identity(nn.Linear(2, 1), 'weight').weight_mask)
print(prune.L1Unstructured(2).prune(torch.tensor([3.0, -1.0, 2.0, 0.5])))


class EverySecond(prune.BasePruningMethod):
    PRUNING_TYPE = 'unstructured'

    def compute_mask(self, t, default_mask):
        mask = default_mask.clone()
        mask.view(-1)[::2] = 0
        return mask


own = nn.Linear(2, 2)
EverySecond.apply(own, 'weight')
optimizer = torch.optim.SGD(own.parameters(), lr=0.1)
for _ in range(2):
    optimizer.zero_grad()
    own(torch.ones(1, 2)).square().sum().backward()
    optimizer.step()
print(own.weight, own.weight_orig.grad)

said(lambda: prune.l1_unstructured(own, 'nothing', 0.5))
said(lambda: prune.l1_unstructured(own, 'bias', 1.5))
said(lambda: prune.l1_unstructured(own, 'bias', 100))
said(lambda: prune.ln_structured(own, 'bias', 0.5, n=1, dim=0))
said(lambda: prune.random_structured(nn.Linear(2, 2), 'weight', 0.5, dim=3))
said(lambda: prune.global_unstructured([(own, 'bias')], pruning_method=prune.LnStructured, amount=1, n=1))
