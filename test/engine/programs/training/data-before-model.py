# trained
import torch
from d2l import torch as d2l

data = d2l.SyntheticRegressionData(w=torch.tensor([2, -3.4]), b=4.2)
model = d2l.LinearRegressionScratch(2, lr=0.03)
d2l.Trainer(max_epochs=3).fit(model, data)
with torch.no_grad():
    print((data.w - model.w.reshape(data.w.shape)).tolist(), (data.b - model.b).tolist())
