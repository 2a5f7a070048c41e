# trained: 1e-3
import torch
from d2l import torch as d2l


class Quadratic(d2l.DataModule):
    def __init__(self, num_train=200, num_val=100, batch_size=20):
        super().__init__()
        self.save_hyperparameters()
        x = torch.randn(num_train + num_val, 2)
        pairs = torch.stack([x[:, i] * x[:, j] for i in range(2) for j in range(i, 2)], dim=1)
        self.X = torch.cat((x, pairs), dim=1)
        self.y = (x[:, 0] * x[:, 1] - x[:, 0] ** 2 + 2 * x[:, 1] + 1).reshape(-1, 1)

    def get_dataloader(self, train):
        i = slice(0, self.num_train) if train else slice(self.num_train, None)
        return self.get_tensorloader((self.X, self.y), train, i)


model = d2l.LinearRegression(0.05)
d2l.Trainer(max_epochs=8).fit(model, Quadratic())
print(model.net.weight.data, model.net.bias.data)
