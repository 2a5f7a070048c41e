# trained: 1e-2
import torch
from d2l import torch as d2l

model = d2l.LinearRegressionScratch(2, lr=20)
d2l.Trainer(max_epochs=3).fit(model, d2l.SyntheticRegressionData(w=torch.tensor([2, -3.4]), b=4.2))
print(model.w, model.b, [float(point.y) for point in model.board.data['val_loss']])
