# trained: 1e-3
import torch
from torch import nn
from d2l import torch as d2l


class Robust(d2l.LinearRegression):
    def loss(self, y_hat, y):
        return nn.HuberLoss(delta=1.0)(y_hat, y)


data = d2l.SyntheticRegressionData(w=torch.tensor([2, -3.4]), b=4.2)
data.y[4] = 10000
model = Robust(0.1)
d2l.Trainer(max_epochs=4).fit(model, data)
w, b = model.get_w_b()
print(data.w - w.reshape(data.w.shape), data.b - b)
