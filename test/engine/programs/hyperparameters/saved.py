import torch
from d2l import torch as d2l


class B(d2l.HyperParameters):
    def __init__(self, a, b, c, d=4, *args, **kwargs):
        self.save_hyperparameters(ignore=['c'])
        print('self.a =', self.a, 'self.b =', self.b, self.d)
        print('There is no self.c =', not hasattr(self, 'c'))
        print(self.hparams)


b = B(a=1, b=2, c=3)
