# trained
import torch
from d2l import torch as d2l


class Wide(d2l.DataModule):
    def __init__(self, num_train, num_val, num_inputs, batch_size):
        self.save_hyperparameters()
        n = num_train + num_val
        self.X = torch.randn(n, num_inputs)
        self.y = torch.matmul(self.X, torch.ones((num_inputs, 1)) * 0.01) + 0.05 + torch.randn(n, 1) * 0.01

    def get_dataloader(self, train):
        i = slice(0, self.num_train) if train else slice(self.num_train, None)
        return self.get_tensorloader([self.X, self.y], train, i)


class Decay(d2l.LinearRegression):
    def __init__(self, wd, lr):
        super().__init__(lr)
        self.save_hyperparameters()
        self.wd = wd

    def configure_optimizers(self):
        return torch.optim.SGD(
            [{'params': self.net.weight, 'weight_decay': self.wd}, {'params': self.net.bias}], lr=self.lr
        )


model = Decay(wd=3, lr=0.01)
model.board.yscale = 'log'
d2l.Trainer(max_epochs=10).fit(model, Wide(20, 100, 200, 5))
print('L2 norm of w:', float((model.get_w_b()[0] ** 2).sum() / 2))
