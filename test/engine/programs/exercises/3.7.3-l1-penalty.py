# trained: 1e-3
import torch
from d2l import torch as d2l


def l1_penalty(w):
    return w.abs().sum()


class Lasso(d2l.LinearRegressionScratch):
    def __init__(self, num_inputs, lambd, lr, sigma=0.01):
        super().__init__(num_inputs, lr, sigma)
        self.save_hyperparameters()

    def loss(self, y_hat, y):
        return super().loss(y_hat, y) + self.lambd * l1_penalty(self.w)


w = torch.zeros(10)
w[:2] = torch.tensor([2.0, -3.0])
data = d2l.SyntheticRegressionData(w=w, b=0.5, num_train=100, num_val=50, batch_size=10)
model = Lasso(10, 0.1, 0.05)
d2l.Trainer(max_epochs=5).fit(model, data)
print((model.w.abs() < 0.05).sum(), l1_penalty(model.w) > 4, torch.sign(model.w[:2]).reshape(-1))
