# trained
import torch
from d2l import torch as d2l

model = d2l.LinearRegression(lr=0.03)
data = d2l.SyntheticRegressionData(w=torch.tensor([2, -3.4]), b=4.2)
d2l.Trainer(max_epochs=3).fit(model, data)
w, b = model.get_w_b()
print((data.w - w.reshape(data.w.shape)).tolist(), (data.b - b).tolist())
model
