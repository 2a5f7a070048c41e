import torch
from d2l import torch as d2l


class Settings(d2l.HyperParameters):
    def __init__(self, rate, steps, secret, depth=4, *rest, **options):
        self.save_hyperparameters(ignore=['secret'])
        print(self.rate, self.steps, self.depth, self.rest, self.options, hasattr(self, 'secret'))
        print(self.hparams)


settings = Settings(0.5, torch.tensor(3), 'hidden')
settings = Settings(1, 2, 3, 4, 5, 6, seven=7)
