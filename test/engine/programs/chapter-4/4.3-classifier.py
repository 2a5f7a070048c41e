import torch
from torch import nn
from d2l import torch as d2l


class Net(d2l.Classifier):
    def __init__(self, lr=0.1):
        super().__init__()
        self.save_hyperparameters()
        self.net = nn.Linear(3, 4)

    def forward(self, X):
        return self.net(X)


net = Net()
X, y = torch.randn(6, 3), torch.tensor([0, 1, 2, 3, 0, 1])
Y_hat = net(X)
print(net.loss(Y_hat, y), net.loss(Y_hat, y, averaged=False))
print(net.accuracy(Y_hat, y), net.accuracy(Y_hat, y, averaged=False))
print(net.accuracy(y.float().reshape(-1, 1).repeat(1, 4), y))
print(net.configure_optimizers())
