"""A program of section 3.4 from nothing: timed from the process's start to the line it prints."""

import os

os.environ['MPLBACKEND'] = 'agg'

import torch
from d2l import torch as d2l

model = d2l.LinearRegressionScratch(2, lr=0.03)
model.board.display = False
data = d2l.SyntheticRegressionData(w=torch.tensor([2, -3.4]), b=4.2)
d2l.Trainer(max_epochs=3).fit(model, data)
print('fit ended', flush=True)
