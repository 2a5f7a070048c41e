import torch
from d2l import torch as d2l


class Early(d2l.Module):
    def __init__(self):
        self.inner = torch.nn.Linear(1, 1)
        super().__init__()


Early()
