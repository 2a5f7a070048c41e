# trained
import torch
from d2l import torch as d2l

model = d2l.LinearRegressionScratch(2, lr=0.03)
data = d2l.SyntheticRegressionData(w=torch.tensor([2, -3.4]), b=4.2)
d2l.Trainer(max_epochs=3).fit(model, data)
with torch.no_grad():
    print(f'error in w: {data.w - model.w.reshape(data.w.shape)}')
    print(f'error in b: {data.b - model.b}')
