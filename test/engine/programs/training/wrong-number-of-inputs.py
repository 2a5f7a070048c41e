import torch
from d2l import torch as d2l

model = d2l.LinearRegressionScratch(3, lr=0.1)
d2l.Trainer(max_epochs=1).fit(model, d2l.SyntheticRegressionData(w=torch.tensor([2, -3.4]), b=4.2))
