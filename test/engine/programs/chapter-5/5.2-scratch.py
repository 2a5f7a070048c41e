# trained
import torch
from torch import nn
from d2l import torch as d2l


class Rings(d2l.DataModule):
    def __init__(self, num_train=256, num_val=64, batch_size=64):
        super().__init__()
        self.save_hyperparameters()
        n = num_train + num_val
        self.X = torch.randn(n, 1, 2, 2)
        self.y = (self.X.reshape(n, -1).norm(dim=1) > 1.8).long()

    def get_dataloader(self, train):
        i = slice(0, self.num_train) if train else slice(self.num_train, None)
        return self.get_tensorloader((self.X, self.y), train, i)


def relu(X):
    a = torch.zeros_like(X)
    return torch.max(X, a)


class MLP(d2l.Classifier):
    def __init__(self, num_inputs, num_outputs, num_hiddens, lr, sigma=0.01):
        super().__init__()
        self.save_hyperparameters()
        self.W1 = nn.Parameter(torch.randn(num_inputs, num_hiddens) * sigma)
        self.b1 = nn.Parameter(torch.zeros(num_hiddens))
        self.W2 = nn.Parameter(torch.randn(num_hiddens, num_outputs) * sigma)
        self.b2 = nn.Parameter(torch.zeros(num_outputs))

    def forward(self, X):
        X = X.reshape((-1, self.num_inputs))
        H = relu(torch.matmul(X, self.W1) + self.b1)
        return torch.matmul(H, self.W2) + self.b2


model = MLP(num_inputs=4, num_outputs=2, num_hiddens=16, lr=0.1, sigma=0.5)
d2l.Trainer(max_epochs=5).fit(model, Rings())
for name, param in model.named_parameters():
    print(name, param.shape, float(param.norm()))
