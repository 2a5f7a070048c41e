import torch
from d2l import torch as d2l


class Broken(d2l.LinearRegressionScratch):
    def loss(self, y_hat, y):
        return (y_hat - y[:-1]).mean()


d2l.Trainer(max_epochs=1).fit(Broken(2, lr=0.1), d2l.SyntheticRegressionData(w=torch.tensor([2, -3.4]), b=4.2))
