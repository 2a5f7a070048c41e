# trained
import torch
from d2l import torch as d2l

model = d2l.LinearRegressionScratch(2, lr=0.1)
d2l.Trainer(max_epochs=2).fit(model, d2l.SyntheticRegressionData(w=torch.tensor([2, -3.4]), b=4.2))
print(model.w.is_leaf, model.w.requires_grad, model.w.grad.shape, model.training)
