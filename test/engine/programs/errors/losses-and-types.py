import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

predicted = torch.zeros(3, 1, requires_grad=True)
classes = torch.tensor([[1], [0], [1]])


def said(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)


def assigned():
    predicted.grad = torch.ones(3, 1, dtype=torch.float64)


said(lambda: F.mse_loss(predicted, classes).backward())
said(lambda: F.smooth_l1_loss(predicted, classes.double()).backward())
said(lambda: F.huber_loss(predicted, classes).backward())
said(lambda: F.binary_cross_entropy_with_logits(predicted, classes))
said(lambda: F.cross_entropy(torch.zeros(2, 3), torch.tensor([[1, 0, 0], [0, 1, 0]])))
said(lambda: nn.MSELoss(predicted, classes))
said(lambda: nn.CrossEntropyLoss(predicted, classes))
said(assigned)
said(lambda: torch.add(predicted, 1, out=torch.zeros(3, 1)))
said(lambda: torch.sin(np.ones(2)))
said(lambda: nn.Linear(2, 1)(np.ones((1, 2))))
said(lambda: torch.add(predicted, torch.Size([1])))
said(lambda: nn.Conv2d(1, 1, 2)(torch.zeros(1, 1, 3, 3, dtype=torch.float64)))
middle = predicted * 2
middle.retain_grad()
print(middle.retains_grad, predicted.retains_grad)
