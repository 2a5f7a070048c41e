import torch
from d2l import torch as d2l


class Base(d2l.HyperParameters):
    def __init__(self, lr=0.1):
        self.save_hyperparameters()


class Derived(Base):
    def __init__(self, lr, _hidden=3, depth=2):
        super().__init__(lr)
        size = lr * 2
        self.save_hyperparameters()


d = Derived(0.5)
print(d.hparams, hasattr(d, '_hidden'), d.depth)
