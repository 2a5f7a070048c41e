"""Losses of scores that are NaN or infinite, that are ignored, and of targets that are broadcast."""

import torch
from torch import nn
from torch.nn import functional as F

inf, nan = float('inf'), float('nan')


def show(name, loss, *inputs):
    for each in inputs:
        each.grad = None
    loss.sum().backward()
    print(name, loss.detach(), *[each.grad for each in inputs])


scores = torch.tensor([[0.5, inf, -1.0, 2.0], [nan, 1.0, -inf, 0.25]], requires_grad=True)
labels = torch.tensor([[3, 0, -1, 1], [1, 3, -1, 0]])
for reduction in ('none', 'mean'):
    show('multilabel', F.multilabel_margin_loss(scores, labels, reduction=reduction), scores)
    show('multi', F.multi_margin_loss(scores, torch.tensor([3, 1]), reduction=reduction), scores)
    show('multi 2', F.multi_margin_loss(scores, torch.tensor([3, 1]), p=2, reduction=reduction), scores)

logs = torch.tensor([[-inf, -1.0, -2.0], [-0.5, -1.5, -inf]], requires_grad=True)
show('ignored', F.nll_loss(logs, torch.tensor([0, 1]), ignore_index=0), logs)

x = torch.tensor([0.0, 2.0, -inf, inf, nan, -3.0], requires_grad=True)
target = torch.tensor([1.0, 0.0, 1.0, 0.0, 1.0, 0.5])
show('logits', F.binary_cross_entropy_with_logits(x, target, reduction='none'), x)
chances = torch.tensor([0.0, 1.0, 0.3, 1e-30, 1.0], requires_grad=True)
given = torch.tensor([1.0, 0.0, 0.3, 0.5, 1.0])
show('chances', F.binary_cross_entropy(chances, given, reduction='none'), chances)

first = torch.tensor([1.0, nan, 2.0], requires_grad=True)
ranks = F.margin_ranking_loss(first, torch.zeros(3), torch.tensor([1.0, 1.0, -1.0]), reduction='none')
show('ranks', ranks, first)
short = torch.tensor([1.0, -2.0, 0.5], requires_grad=True)
show('whole', F.soft_margin_loss(short, torch.tensor([1, 0, 1], dtype=torch.uint8), reduction='none'), short)
show('broadcast', F.multilabel_soft_margin_loss(short, torch.tensor([[1, 0, 1], [0, 0, 1]])), short)
variance = torch.tensor([0.0, inf, 2.0], requires_grad=True)
show('variance', F.gaussian_nll_loss(torch.ones(3), torch.zeros(3), variance, reduction='none'), variance)

for make in (
    lambda: F.multilabel_margin_loss(torch.zeros(0), torch.zeros(0, dtype=torch.int64)),
    lambda: F.multilabel_margin_loss(torch.zeros(1, 2).char(), torch.tensor([[5, 0]])),
    lambda: nn.MultiMarginLoss(weight=torch.ones(2, 2)),
    lambda: nn.Bilinear(2, 3, 4)(torch.zeros(()), torch.zeros(8, 3)),
    lambda: nn.Bilinear(2, 3, 4)(torch.zeros(5, 2), torch.zeros(8, 3)),
    lambda: F.linear(torch.zeros(3), torch.zeros(4, 3), torch.zeros(4).double()),
    lambda: F.glu(torch.zeros(3, dtype=torch.int64)),
    lambda: F.pad(torch.zeros(1, 3, 2), (-1, -1), mode='reflect'),
    lambda: torch.zeros(2, dtype=torch.int64).masked_fill(torch.tensor([True, False]), -inf),
    lambda: F.threshold(torch.zeros(2, dtype=torch.uint8), -7.9, 1),
):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)
