# trained: 1e-3
import contextlib
import io
import re

import torch
from d2l import torch as d2l

X, y = d2l.synthetic_data(torch.tensor([2.0, -1.0, 0.5]), 1.0, 400)
data_iter = d2l.load_array((X, y.reshape(-1)), 10)


def sgd(params, states, hyperparams):
    for p in params:
        p.data.sub_(hyperparams['lr'] * p.grad)
        p.grad.data.zero_()


printed = io.StringIO()
with contextlib.redirect_stdout(printed):
    times, losses = d2l.train_ch11(sgd, None, {'lr': 0.05}, data_iter, 3)
print(re.sub(r'[\d.]+ sec', '… sec', printed.getvalue()))
print(losses, len(times) == len(losses))
