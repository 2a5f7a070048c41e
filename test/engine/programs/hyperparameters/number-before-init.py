import torch
from d2l import torch as d2l


class Early(d2l.Module):
    def __init__(self, lr=0.1):
        self.save_hyperparameters()
        super().__init__()


print(Early().lr)
