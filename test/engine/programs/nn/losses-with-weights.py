"""Weights of elements and of classes in losses, with every reduction."""

import warnings

import torch
from torch.nn import functional as F

warnings.simplefilter('ignore')
torch.set_default_dtype(torch.float64)
x = torch.tensor([[0.5, -1.0, 2.0, 0.3], [1.5, 0.2, -0.7, 1.0], [0.1, 0.4, 0.9, -2.0]], requires_grad=True)
y = torch.tensor([[0.0, 1.0, 1.0, 0.5], [2.0, 0.0, -1.0, 1.0], [0.3, 0.4, 0.0, 1.0]])
classes, weight = torch.tensor([2, -100, 3]), torch.tensor([1.0, 2.0, 0.5, 3.0])
labels = torch.tensor([[2, 0, -1, 1], [1, -1, 0, 2], [3, 2, 1, 0]])
for reduction in ('none', 'mean', 'sum'):
    for loss in (
        F.mse_loss(x, y, reduction=reduction, weight=weight.expand(3, 4)),
        F.l1_loss(x, y, reduction=reduction, weight=weight.expand(3, 4)),
        F.huber_loss(x, y, reduction=reduction, delta=0.7, weight=y + 1),
        F.nll_loss(x, classes, weight, reduction=reduction),
        F.cross_entropy(x, classes, weight, reduction=reduction),
        F.cross_entropy(x, classes, weight, reduction=reduction, label_smoothing=0.1),
        F.cross_entropy(x, classes, reduction=reduction, label_smoothing=0.1),
        F.cross_entropy(x, y.softmax(1), weight, reduction=reduction, label_smoothing=0.1),
        F.multi_margin_loss(x, labels[:, 0], weight=weight, reduction=reduction),
        F.multi_margin_loss(x, labels[:, 0], p=2, margin=0.5, reduction=reduction),
        F.multilabel_margin_loss(x, labels, reduction=reduction),
        F.poisson_nll_loss(x, y.abs() * 3, full=True, reduction=reduction),
        F.poisson_nll_loss(x.abs(), y.abs() * 3, log_input=False, reduction=reduction),
    ):
        x.grad = None
        (loss**2).sum().backward()
        print(reduction, loss.detach() + 0.0, x.grad + 0.0)
print(F.kl_div(x.log_softmax(1), y.softmax(1), reduction='batchmean'), F.multi_margin_loss(x[0], labels[0, 0]), F.multilabel_margin_loss(x[0], labels[0]))
for wrong in (
    lambda: F.mse_loss(x, y, weight=weight),
    lambda: F.multilabel_margin_loss(x, labels[0]),
    lambda: F.huber_loss(x, y, reduction='middle'),
):
    try:
        wrong()
    except (ValueError, RuntimeError) as error:
        print(type(error).__name__, error)
F.cross_entropy(x, classes, reduction='middle')
