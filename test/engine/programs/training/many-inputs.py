# trained
import torch
from d2l import torch as d2l

model = d2l.LinearRegressionScratch(20, lr=0.01)
data = d2l.SyntheticRegressionData(w=torch.ones(20) * 0.5, b=0.05, num_train=200, num_val=100, batch_size=5)
d2l.Trainer(max_epochs=3).fit(model, data)
print(model.w.reshape(-1).tolist(), model.b.item())
