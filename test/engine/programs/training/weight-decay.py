# trained
import torch
from d2l import torch as d2l


class WeightDecay(d2l.LinearRegressionScratch):
    def __init__(self, num_inputs, lambd, lr, sigma=0.01):
        super().__init__(num_inputs, lr, sigma)
        self.save_hyperparameters()

    def loss(self, y_hat, y):
        return super().loss(y_hat, y) + self.lambd * (self.w**2).sum() / 2


model = WeightDecay(2, lambd=1, lr=0.05)
d2l.Trainer(max_epochs=3).fit(model, d2l.SyntheticRegressionData(w=torch.tensor([2, -3.4]), b=4.2))
print(model.w.reshape(-1).tolist(), model.b.item(), model.hparams.keys())
