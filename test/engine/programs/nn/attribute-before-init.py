import torch

from torch import nn


class Early(nn.Module):
    def __init__(self):
        self.inner = nn.Linear(1, 1)
        super().__init__()


Early()
