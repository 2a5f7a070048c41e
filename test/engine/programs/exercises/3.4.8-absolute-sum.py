# trained
import torch
from d2l import torch as d2l


def train(model_class=d2l.LinearRegressionScratch, max_epochs=3, lr=0.03, sigma=0.01, change=None, **options):
    torch.manual_seed(0)
    model = model_class(2, lr=lr, sigma=sigma)
    data = d2l.SyntheticRegressionData(w=torch.tensor([2, -3.4]), b=4.2, **options)
    if change is not None:
        change(model, data)
    d2l.Trainer(max_epochs=max_epochs).fit(model, data)
    with torch.no_grad():
        print('w', (data.w - model.w.reshape(-1)).tolist(), 'b', (data.b - model.b).tolist())
    return model


class Absolute(d2l.LinearRegressionScratch):
    def loss(self, y_hat, y):
        return (y_hat - y).abs().sum()


def outlier(model, data):
    data.y[4] = 10000


train(Absolute)
train(Absolute, change=outlier)
