# trained
import torch
from d2l import torch as d2l


class Line(d2l.Module):
    def __init__(self, lr):
        super().__init__()
        self.save_hyperparameters()
        self.slope = torch.zeros(1, requires_grad=True)
        self.offset = torch.zeros(1, requires_grad=True)

    def forward(self, x):
        return self.slope * x + self.offset

    def loss(self, y_hat, y):
        return ((y_hat - y) ** 2).mean()

    def configure_optimizers(self):
        return Momentum([self.slope, self.offset], self.lr)


class Momentum(d2l.HyperParameters):
    def __init__(self, params, lr, beta=0.5):
        self.save_hyperparameters()
        self.velocity = [torch.zeros_like(param) for param in params]

    def step(self):
        for param, velocity in zip(self.params, self.velocity):
            velocity[:] = self.beta * velocity + param.grad
            param[:] -= self.lr * velocity

    def zero_grad(self):
        for param in self.params:
            if param.grad is not None:
                param.grad.fill_(0)


class Points(d2l.DataModule):
    def __init__(self, batch_size=8):
        super().__init__()
        self.save_hyperparameters()
        self.x = torch.linspace(-1, 1, 80).reshape(-1, 1)
        self.y = 3 * self.x - 1

    def get_dataloader(self, train):
        return self.get_tensorloader((self.x, self.y), train, slice(0, 64) if train else slice(64, None))


model = Line(lr=0.1)
d2l.Trainer(max_epochs=4).fit(model, Points())
print(model.slope.item(), model.offset.item())
