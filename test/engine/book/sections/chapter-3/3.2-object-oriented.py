# %%
import time
import numpy as np
import torch
from torch import nn
from d2l import torch as d2l


# %%
def add_to_class(Class):
    def wrapper(obj):
        setattr(Class, obj.__name__, obj)

    return wrapper


# %%
class A:
    def __init__(self):
        self.b = 1


a = A()


# %%
@add_to_class(A)
def do(self):
    print('Class attribute "b" is', self.b)


a.do()


# %%
class B(d2l.HyperParameters):
    def __init__(self, a, b, c):
        self.save_hyperparameters(ignore=['c'])
        print('self.a =', self.a, 'self.b =', self.b)
        print('There is no self.c =', not hasattr(self, 'c'))


b = B(a=1, b=2, c=3)

# %%
board = d2l.ProgressBoard('x')
for x in np.arange(0, 5, 0.5):
    board.draw(x, np.sin(x), 'sin', every_n=2)
    board.draw(x, np.cos(x), 'cos', every_n=5)


# %%
class Module(nn.Module, d2l.HyperParameters):
    def __init__(self, plot_train_per_epoch=2, plot_valid_per_epoch=1):
        super().__init__()
        self.save_hyperparameters()
        self.board = d2l.ProgressBoard()

    def loss(self, y_hat, y):
        raise NotImplementedError

    def forward(self, X):
        assert hasattr(self, 'net'), 'Neural network is defined'
        return self.net(X)


module = Module()
sorted(module.hparams), module.plot_train_per_epoch

# %%
module(torch.ones(2))

# %%
module.loss(1, 2)


# %%
class DataModule(d2l.HyperParameters):
    def __init__(self, root='../data', num_workers=4):
        self.save_hyperparameters()

    def get_dataloader(self, train):
        raise NotImplementedError

    def train_dataloader(self):
        return self.get_dataloader(train=True)


DataModule().num_workers, DataModule().train_dataloader()

# %%
trainer = d2l.Trainer(max_epochs=3, num_gpus=0)
trainer.max_epochs, trainer.gradient_clip_val, hasattr(trainer, 'model')

# %%
B(1, 2)
