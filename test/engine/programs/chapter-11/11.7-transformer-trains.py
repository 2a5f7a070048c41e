# trained: 1e-3
import torch
from d2l import torch as d2l
from torch import nn


class Tagger(d2l.Classifier):
    def __init__(self, lr):
        super().__init__()
        self.save_hyperparameters()
        self.encoder = d2l.TransformerEncoder(10, 16, 32, 4, 1, 0.0)
        self.head = nn.LazyLinear(10)

    def forward(self, X, valid_lens):
        return self.head(self.encoder(X, valid_lens))


class Shifted(d2l.DataModule):
    def __init__(self, batch_size=16):
        super().__init__()
        self.save_hyperparameters()
        self.X = torch.randint(0, 10, (64, 6))
        self.arrays = (self.X, torch.full((64,), 6), (self.X + 1) % 10)

    def get_dataloader(self, train):
        return self.get_tensorloader(self.arrays, train)


model = Tagger(lr=0.1)
d2l.Trainer(max_epochs=3).fit(model, Shifted())
