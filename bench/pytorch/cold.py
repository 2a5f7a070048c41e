"""A program of section 3.4 from nothing: the time that counts is from the process's start to the line it prints."""

import os

os.environ['MPLBACKEND'] = 'agg'

import torch  # noqa: E402
from d2l import torch as d2l  # noqa: E402

model = d2l.LinearRegressionScratch(2, lr=0.03)
model.board.display = False
data = d2l.SyntheticRegressionData(w=torch.tensor([2, -3.4]), b=4.2)
d2l.Trainer(max_epochs=3).fit(model, data)
print('fit ended', flush=True)
