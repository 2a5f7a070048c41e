import torch
from d2l import torch as d2l

model = d2l.LinearRegressionScratch(2, lr=0.03)
d2l.Trainer(max_epochs=0).fit(model, d2l.SyntheticRegressionData(w=torch.tensor([2, -3.4]), b=4.2, num_train=10, num_val=10))
print(model.w, hasattr(model.board, 'data'))
