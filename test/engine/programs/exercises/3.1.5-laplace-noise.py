# trained: 1e-3
import torch
from d2l import torch as d2l


class Absolute(d2l.LinearRegressionScratch):
    def loss(self, y_hat, y):
        return (y_hat - y).abs().mean()


class Decaying(d2l.Trainer):
    def fit_epoch(self):
        super().fit_epoch()
        self.optim.lr *= 0.5


data = d2l.SyntheticRegressionData(w=torch.tensor([2, -3.4]), b=4.2)
torch.manual_seed(5)
u = torch.rand(2000, 1) - 0.5
data.y = data.X @ data.w.reshape(-1, 1) + data.b - 0.1 * u.sign() * torch.log(1 - 2 * u.abs())
model = Absolute(2, lr=0.3)
trainer = Decaying(max_epochs=4)
trainer.fit(model, data)
print(trainer.optim.lr)
