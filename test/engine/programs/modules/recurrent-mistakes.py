"""What recurrent layers say of wrong sizes."""

import torch
from torch import nn


def attempt(action):
    try:
        action()
    except (RuntimeError, ValueError, TypeError) as error:
        print(type(error).__name__, error)


gru, lstm = nn.GRU(3, 4), nn.LSTM(3, 4)
attempt(lambda: gru(torch.zeros(5, 2, 2)))
attempt(lambda: gru(torch.zeros(3)))
attempt(lambda: nn.RNN(3, 4)(torch.zeros(3)))
attempt(lambda: gru(torch.zeros(5, 2, 3), torch.zeros(1, 3, 4)))
attempt(lambda: gru(torch.zeros(5, 2, 3), torch.zeros(2, 4)))
attempt(lambda: lstm(torch.zeros(5, 2, 3), (torch.zeros(1, 2, 4), torch.zeros(1, 2, 5))))
attempt(lambda: gru(torch.zeros(5, 2, 3, dtype=torch.float64)))
attempt(lambda: nn.GRU(3, 0))
attempt(lambda: nn.GRU(3, 4, num_layers=0))
attempt(lambda: nn.GRU(3, 4, dropout=2))
attempt(lambda: nn.RNN(3, 4, nonlinearity='sigmoid'))
attempt(lambda: nn.GRUCell(3, 4)(torch.zeros(2, 2, 3)))
attempt(lambda: nn.LSTMCell(3, 4)(torch.zeros(2, 3), (torch.zeros(1, 1, 4), torch.zeros(2, 4))))
