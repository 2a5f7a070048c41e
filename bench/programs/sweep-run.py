"""One run of a sweep over the learning rate: the fit of section 3.4 with as many epochs as the bench sets."""

import torch
from d2l import torch as d2l

model = d2l.LinearRegressionScratch(2, lr=LR)  # noqa: F821 - set by the bench
data = d2l.SyntheticRegressionData(w=torch.tensor([2, -3.4]), b=4.2)
trainer = d2l.Trainer(max_epochs=EPOCHS)  # noqa: F821 - set by the bench
trainer.fit(model, data)
