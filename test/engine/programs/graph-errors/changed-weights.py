"""A weight that was changed in place, by an optimizer's step or by hand, while a kept graph needs it."""

import torch
from torch import nn


def told(name, run):
    try:
        run()
        print(name, 'no error')
    except RuntimeError as error:
        print(name, str(error).split(', which')[0].split(' is at')[0])


def second_backward_after_a_step(net, x, requires_grad):
    x = x.clone()
    x.requires_grad_(requires_grad)
    y = net(x)
    loss = ((y[0] if isinstance(y, tuple) else y) ** 2).sum()
    loss.backward(retain_graph=True)
    torch.optim.SGD(net.parameters(), 0.1).step()
    loss.backward()


torch.manual_seed(0)
table, images, sequences = torch.rand(4, 3), torch.rand(2, 2, 6, 6), torch.rand(5, 2, 3)
for make, x in (
    (lambda: nn.Linear(3, 2), table),
    (lambda: nn.Linear(3, 2, bias=False), sequences),
    (lambda: nn.Linear(3, 2), table[0]),
    (lambda: nn.Conv2d(2, 3, 3), images),
    (lambda: nn.ConvTranspose2d(2, 3, 3), images),
    (lambda: nn.BatchNorm2d(2), images),
    (lambda: nn.LayerNorm(3), table),
    (lambda: nn.RNNCell(3, 4), table),
    (lambda: nn.Sequential(nn.Linear(3, 4), nn.ReLU()), table),
):
    for requires_grad in (False, True):
        net = make()
        told(
            f'{type(net).__name__} {tuple(x.shape)} {requires_grad}:',
            lambda: second_backward_after_a_step(net, x, requires_grad),
        )


def changed_by_hand(net, x, name):
    y = net(x)
    loss = (y[0] if isinstance(y, tuple) else y).sum()
    with torch.no_grad():
        net.get_parameter(name).add_(1)
    loss.backward()


for make, x, name in (
    (lambda: nn.Sequential(nn.Linear(3, 4), nn.Tanh(), nn.Linear(4, 1)), table, '2.weight'),
    (lambda: nn.Sequential(nn.Linear(3, 4), nn.Tanh(), nn.Linear(4, 1)), table, '2.bias'),
    (lambda: nn.RNN(3, 4), sequences, 'weight_hh_l0'),
    (lambda: nn.GRU(3, 4), sequences, 'weight_hh_l0'),
    (lambda: nn.LSTMCell(3, 4), table, 'bias_hh'),
):
    told(name, lambda: changed_by_hand(make(), x, name))
