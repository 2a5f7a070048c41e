"""What is looked at first where two things are wrong, and integers where a result is written over them."""

import torch
from torch import nn
from torch.nn import functional as F


def said(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


whole = torch.ones(2, 3, dtype=torch.int64)
said(lambda: F.gelu(whole, approximate='x'))
said(lambda: F.gelu(whole))
said(lambda: F.avg_pool2d(torch.ones(2, 2), 2, divisor_override=0))
said(lambda: torch.logcumsumexp(whole > 0, 5))
said(lambda: torch.logcumsumexp(whole, 0))
said(lambda: torch.topk(whole > 0, 1, 5))
said(lambda: torch.topk(whole > 0, 1))
said(lambda: F.soft_margin_loss(whole, whole))
said(lambda: torch.linalg.matrix_rank(torch.ones(2, 3), hermitian=True))
said(lambda: torch.searchsorted(torch.tensor([False, True]), torch.tensor([True])))
said(lambda: F.triplet_margin_with_distance_loss(torch.ones(2), torch.ones(2), torch.ones(1, 2), reduction='x'))
said(lambda: nn.functional.l1_loss(torch.ones(2), torch.ones(3), reduction='x'))
said(lambda: F.conv_transpose3d(torch.ones(1, 1, 2, 2, 2), torch.ones(1, 1, 1, 1, 1), groups=0))
