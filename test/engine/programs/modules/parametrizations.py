"""nn.utils.parametrizations and parametrize: values, prints, gradients, assigned weights, several originals, copies."""

import copy

import torch
from torch import nn
from torch.nn.utils import parametrizations, parametrize


def said(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


def rounded(tensor):
    return [round(x, 2) + 0.0 for x in tensor.flatten().tolist()]


torch.manual_seed(0)
for made, inputs in (
    (parametrizations.weight_norm(nn.Linear(3, 2)), torch.ones(1, 3)),
    (parametrizations.weight_norm(nn.Conv1d(2, 3, 2), dim=None), torch.ones(1, 2, 3)),
    (parametrizations.spectral_norm(nn.Linear(3, 2)), torch.ones(1, 3)),
    (parametrizations.spectral_norm(nn.ConvTranspose2d(1, 2, 2), n_power_iterations=2), torch.ones(1, 1, 2, 2)),
    (parametrizations.orthogonal(nn.Linear(3, 3)), torch.ones(1, 3)),
    (parametrizations.orthogonal(nn.Linear(4, 2)), torch.ones(1, 4)),
    (parametrizations.orthogonal(nn.Linear(2, 4), orthogonal_map='cayley'), torch.ones(1, 2)),
    (parametrizations.orthogonal(nn.Linear(3, 2), orthogonal_map='householder', use_trivialization=False), torch.ones(1, 3)),
):
    print(made, list(made.state_dict()))
    optimizer = torch.optim.SGD(made.parameters(), lr=0.05)
    for _ in range(3):
        optimizer.zero_grad()
        loss = (made(inputs) ** 2).sum()
        loss.backward()
        optimizer.step()
    print(round(loss.item(), 2), [rounded(parameter.grad) for parameter in made.parameters()])
    made.eval()
    twin = copy.deepcopy(made)
    print(rounded(made.weight), torch.equal(twin(inputs), made(inputs)))
    parametrize.remove_parametrizations(made, 'weight')
    print(made, [name for name, _ in made.named_parameters()])

matrix = parametrizations.orthogonal(nn.Linear(3, 3))
print(torch.allclose(matrix.weight @ matrix.weight.T, torch.eye(3), atol=1e-5))
matrix.weight = torch.eye(3)
print(rounded(matrix.weight))


class Symmetric(nn.Module):
    def forward(self, w):
        return w.triu() + w.triu(1).transpose(-1, -2)


class Positive(nn.Module):
    def forward(self, w):
        return w.exp()

    def right_inverse(self, w):
        return w.log()


class RankOne(nn.Module):
    def forward(self, column, row):
        return column[:, None] * row

    def right_inverse(self, matrix):
        return matrix[:, 0].clone(), matrix[0].clone()


layer = nn.Linear(2, 2)
parametrize.register_parametrization(layer, 'weight', Symmetric())
print(layer, layer.parametrizations, parametrize.type_before_parametrizations(layer))
said(lambda: setattr(layer, 'weight', torch.eye(2)))
with parametrize.cached():
    print(layer.weight is layer.weight)
print(layer.weight is layer.weight)
parametrize.register_parametrization(layer, 'weight', Positive())
print(len(layer.parametrizations.weight), bool((layer.weight > 0).all()))
parametrize.remove_parametrizations(layer, 'weight', leave_parametrized=False)
print(layer)

positive = parametrize.register_parametrization(nn.Linear(2, 1, bias=False), 'weight', Positive())
positive.weight = torch.tensor([[1.0, 2.0]])
print(positive.parametrizations.weight.original, positive.weight)
several = parametrize.register_parametrization(nn.Linear(2, 2), 'weight', RankOne())
print([(name, tuple(parameter.shape)) for name, parameter in several.named_parameters()])
said(lambda: parametrize.remove_parametrizations(several, 'weight', leave_parametrized=False))
said(lambda: parametrize.register_parametrization(several, 'nothing', Symmetric()))
said(lambda: parametrize.register_parametrization(nn.Linear(2, 2), 'weight', nn.Flatten()))
said(lambda: parametrizations.orthogonal(nn.Linear(2, 2), orthogonal_map='x'))
said(lambda: parametrizations.orthogonal(nn.Linear(2, 2), 'bias'))
said(lambda: parametrizations.weight_norm(nn.Linear(2, 2), 'nothing'))
said(lambda: parametrizations.spectral_norm(nn.Linear(2, 2), n_power_iterations=0))
said(lambda: parametrizations.spectral_norm(nn.Linear(2, 2), dim=3))
