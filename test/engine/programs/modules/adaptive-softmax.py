"""Softmax over classes in clusters by frequency."""

import torch
from torch import nn

torch.manual_seed(2)
layer = nn.AdaptiveLogSoftmaxWithLoss(8, 12, [3, 6], div_value=2.0)
print(layer)
inputs = torch.randn(5, 8, requires_grad=True)
found = layer(inputs, torch.tensor([0, 2, 4, 7, 11]))
found.loss.backward()
print(found.output.detach(), found.loss.detach(), inputs.grad, layer.head.weight.grad.norm())
print(layer.log_prob(inputs).exp().sum(1).detach(), layer.predict(inputs))
print(layer(inputs[0], torch.tensor(3)).output.detach())
for call in (
    lambda: nn.AdaptiveLogSoftmaxWithLoss(8, 12, []), lambda: nn.AdaptiveLogSoftmaxWithLoss(8, 12, [6, 3]),
    lambda: layer(inputs, torch.tensor([0, 1])), lambda: layer(inputs, torch.tensor([0, 1, 2, 3, 12])),
):
    try:
        call()
    except (ValueError, RuntimeError) as error:
        print(type(error).__name__, error)
