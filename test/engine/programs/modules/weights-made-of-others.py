"""weight_norm, spectral_norm and parametrize: names, values, gradients, training, taking away; clipping by norm."""

import torch
from torch import nn
from torch.nn import utils
from torch.nn.utils import parametrize


def shown(tensor):
    return tuple(tensor.shape), [round(x, 4) + 0.0 for x in tensor.flatten().tolist()[:6]]


def said(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


torch.manual_seed(0)
x = torch.randn(4, 3)
for layer, inputs in ((nn.Linear(3, 2), x), (nn.Conv1d(3, 2, 2), torch.randn(1, 3, 4))):
    for make, take in ((utils.weight_norm, utils.remove_weight_norm), (utils.spectral_norm, utils.remove_spectral_norm)):
        made = make(layer)
        print(made, list(made.state_dict()), [name for name, _ in made.named_parameters()])
        for _ in range(3):
            out = made(inputs)
            made.zero_grad()
            (out**2).sum().backward()
            with torch.no_grad():
                for p in made.parameters():
                    p -= 0.05 * p.grad
            print(shown(out), [round(p.grad.norm().item(), 4) for p in made.parameters()])
        made.eval()
        print(shown(made(inputs)))
        take(made)
        made.train()
        print([name for name, _ in made.named_parameters()], shown(made.weight))
turned = utils.spectral_norm(nn.ConvTranspose2d(2, 3, 2))
print(turned.weight_u.shape, turned.weight_v.shape)
said(lambda: utils.weight_norm(utils.weight_norm(nn.Linear(2, 2))))
said(lambda: utils.remove_weight_norm(nn.Linear(2, 2)))
said(lambda: utils.remove_spectral_norm(nn.Linear(2, 2)))
said(lambda: utils.spectral_norm(nn.Linear(2, 2), n_power_iterations=0))


class Symmetric(nn.Module):
    def forward(self, w):
        return w.triu() + w.triu(1).transpose(-1, -2)


layer = nn.Linear(3, 3)
parametrize.register_parametrization(layer, 'weight', Symmetric())
print(layer, type(layer).__name__, isinstance(layer, nn.Linear), list(layer.state_dict()))
print(torch.allclose(layer.weight, layer.weight.T), parametrize.is_parametrized(layer), parametrize.is_parametrized(layer, 'bias'))
layer(x).sum().backward()
print(shown(layer.parametrizations.weight.original.grad))
parametrize.remove_parametrizations(layer, 'weight')
print(layer, list(layer.state_dict()), torch.allclose(layer.weight, layer.weight.T))
said(lambda: parametrize.remove_parametrizations(layer, 'weight'))

p = nn.Parameter(torch.tensor([3.0, 4.0]))
p.grad = torch.tensor([6.0, 8.0])
print(utils.get_total_norm([p.grad]), utils.get_total_norm([]))
utils.clip_grads_with_norm_([p], 5.0, torch.tensor(10.0))
print(p.grad, utils.clip_grad_norm_([p], 1.0, norm_type=1), p.grad)
