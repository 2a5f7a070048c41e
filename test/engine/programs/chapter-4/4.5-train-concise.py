# trained
import torch
from torch import nn
from torch.nn import functional as F
from d2l import torch as d2l


class Blobs(d2l.DataModule):
    def __init__(self, num_train=256, num_val=64, batch_size=32):
        super().__init__()
        self.save_hyperparameters()
        n = num_train + num_val
        self.y = torch.randint(0, 4, (n,))
        self.X = F.one_hot(self.y, 4).float().reshape(n, 1, 2, 2) + 0.5 * torch.randn(n, 1, 2, 2)

    def get_dataloader(self, train):
        i = slice(0, self.num_train) if train else slice(self.num_train, None)
        return self.get_tensorloader((self.X, self.y), train, i)


class Softmax(d2l.Classifier):
    def __init__(self, num_outputs, lr):
        super().__init__()
        self.save_hyperparameters()
        self.net = nn.Sequential(nn.Flatten(), nn.LazyLinear(num_outputs))

    def forward(self, X):
        return self.net(X)

    def loss(self, Y_hat, Y, averaged=True):
        Y_hat = Y_hat.reshape((-1, Y_hat.shape[-1]))
        Y = Y.reshape((-1,))
        return F.cross_entropy(Y_hat, Y, reduction='mean' if averaged else 'none')


data = Blobs()
model = Softmax(num_outputs=4, lr=0.1)
d2l.Trainer(max_epochs=4).fit(model, data)
print(model)
X, y = next(iter(data.get_dataloader(False)))
print(model.accuracy(model(X), y))
