# trained
import torch
from d2l import torch as d2l

model = d2l.LinearRegressionScratch(2, lr=0.03)
data = d2l.SyntheticRegressionData(w=torch.tensor([2, -3.4]), b=4.2)
trainer = d2l.Trainer(max_epochs=2)
trainer.fit(model, data)
print(model.w.reshape(-1).tolist())
trainer.fit(model, data)
print(model.w.reshape(-1).tolist(), {label: len(points) for label, points in model.board.data.items()})
