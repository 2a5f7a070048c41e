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


class DropoutMLP(d2l.Classifier):
    def __init__(self, num_outputs, num_hiddens_1, num_hiddens_2, dropout_1, dropout_2, lr):
        super().__init__()
        self.save_hyperparameters()
        self.net = nn.Sequential(
            nn.Flatten(),
            nn.LazyLinear(num_hiddens_1),
            nn.ReLU(),
            nn.Dropout(dropout_1),
            nn.LazyLinear(num_hiddens_2),
            nn.ReLU(),
            nn.Dropout(dropout_2),
            nn.LazyLinear(num_outputs),
        )


model = DropoutMLP(2, 16, 16, 0.5, 0.25, lr=0.1)
d2l.Trainer(max_epochs=4).fit(model, Rings())
print(model)
model.eval()
print(model(torch.ones(1, 1, 2, 2)), model.training, model.net[3].training)
