"""grad_fn.next_functions: the graph behind a loss, walked from node to node."""

import torch
from torch import nn
from torch.nn import functional as F


def walk(node, depth=0):
    if node is None:
        print(' ' * depth + 'None')
        return
    print(' ' * depth + node.name(), tuple(node.variable.shape) if hasattr(node, 'variable') else '')
    for following, _ in node.next_functions:
        walk(following, depth + 1)


x = torch.ones(2, requires_grad=True)
y = torch.ones(2, requires_grad=True)
z = (x * y + x.exp()).sum()
print(z.grad_fn.next_functions[0][0].name(), [(type(node).__name__, at) for node, at in z.grad_fn.next_functions])
walk(z.grad_fn)
leaf = (x * x).grad_fn.next_functions[0][0]
print(leaf.variable.requires_grad, leaf == (x + 1).grad_fn.next_functions[0][0], z.grad_fn == z.grad_fn)
net = nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Linear(3, 1))
loss = F.mse_loss(net(torch.ones(4, 2)), torch.zeros(4, 1))
print(loss.grad_fn.name())
print(loss.grad_fn.next_functions[0][0].name())
walk(loss.grad_fn)
for result in (2 * x, x - 1, x @ y, torch.cat([x, y]), x[0], x.unbind()[1], (x / y).pow(2), nn.LayerNorm(2)(x), x.detach() * y):
    walk(result.grad_fn)
