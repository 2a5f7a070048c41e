import torch

from torch import nn


class Line(nn.Module):
    def __init__(self):
        super().__init__()
        self.w = nn.Parameter(torch.ones(1))
        self.plain = torch.zeros(1, requires_grad=True)

    def forward(self, x):
        return self.w * x + self.plain


line = Line()
print(list(line.named_parameters()), line(torch.tensor([2.0])), line.train().training, line.eval().training)
line
