"""Names that a module has not, states of another kind, sizes that no padding leads to, steps of 0, devices of no kind."""

import numpy as np
import torch
from torch import nn


def said(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


net = nn.Sequential(nn.Linear(2, 2), nn.ReLU())
said(lambda: net.get_parameter('0.nothing'))
said(lambda: net.get_parameter('0.training'))
said(lambda: nn.Linear(2, 1).load_state_dict({'weight': np.ones((1, 2)), 'bias': torch.ones(1)}))
said(lambda: nn.ModuleList([nn.ReLU()]).extend(3))
said(lambda: nn.ModuleList([nn.ReLU()]).insert(0, nn.Tanh()))
said(lambda: nn.ModuleDict().update(3))
said(lambda: net['x'])
said(lambda: nn.Unflatten(1, (2, 2))(torch.ones(1, 5)))
said(lambda: nn.LSTM(3, 2)(torch.ones(4, 1, 3), torch.ones(1, 1, 2)))
said(lambda: nn.LSTMCell(3, 2)(torch.ones(4, 3), torch.ones(4, 2)))
said(lambda: nn.ConvTranspose2d(1, 1, 3, stride=2)(torch.ones(1, 1, 3, 3), output_size=(20, 20)))
said(lambda: nn.ConvTranspose2d(1, 1, 3, stride=2)(torch.ones(1, 1, 3, 3), output_size=(1, 2, 3)))
said(lambda: torch.ones(3)[::0])
said(lambda: torch.ones(2).to('float64'))
torch.save(torch.ones(1), 'weights')
said(lambda: torch.load('weights', map_location='cuda:0'))
said(lambda: torch.nn.functional.mse_loss(torch.ones(2), torch.ones(3), reduction='x'))
numbers = torch.ones(2, dtype=torch.int64)
said(lambda: numbers.__setitem__(0, 1j))
said(lambda: torch.ones(2).__setitem__(0, 2 + 1j))
said(lambda: numbers.__setitem__(0, 3 + 0j))
print(numbers)
