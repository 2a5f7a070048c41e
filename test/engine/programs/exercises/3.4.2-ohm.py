# trained
import torch
from d2l import torch as d2l


class Readings(d2l.DataModule):
    def __init__(self, R=7.5, noise=0.01, num_train=100, num_val=20, batch_size=10):
        super().__init__()
        self.save_hyperparameters()
        n = num_train + num_val
        self.I = torch.rand(n, 1)
        self.V = R * self.I + torch.randn(n, 1) * noise

    def get_dataloader(self, train):
        rows = slice(0, self.num_train) if train else slice(self.num_train, None)
        return self.get_tensorloader((self.I, self.V), train, rows)


class Ohm(d2l.Module):
    def __init__(self, lr):
        super().__init__()
        self.save_hyperparameters()
        self.R = torch.ones(1, requires_grad=True)

    def forward(self, current):
        return current * self.R

    def loss(self, y_hat, y):
        return ((y_hat - y) ** 2).mean()

    def configure_optimizers(self):
        return d2l.SGD([self.R], self.lr)


model = Ohm(lr=0.3)
d2l.Trainer(max_epochs=10).fit(model, Readings())
print('R', model.R.item())
