# trained
import torch
from d2l import torch as d2l


class Resistor(d2l.DataModule):
    def __init__(self, R, num_train=100, num_val=20, batch_size=10):
        super().__init__()
        self.save_hyperparameters()
        self.current = torch.rand(num_train + num_val, 1)
        self.voltage = R * self.current + 0.01 * torch.randn(num_train + num_val, 1)

    def get_dataloader(self, train):
        i = slice(0, self.num_train) if train else slice(self.num_train, None)
        return self.get_tensorloader((self.current, self.voltage), train, i)


class Ohm(d2l.Module):
    def __init__(self, lr):
        super().__init__()
        self.save_hyperparameters()
        self.R = torch.ones(1, requires_grad=True)

    def forward(self, current):
        return self.R * current

    def loss(self, y_hat, y):
        return ((y_hat - y) ** 2).mean()

    def configure_optimizers(self):
        return d2l.SGD([self.R], self.lr)


model = Ohm(0.3)
d2l.Trainer(max_epochs=5).fit(model, Resistor(4.7))
model.R
