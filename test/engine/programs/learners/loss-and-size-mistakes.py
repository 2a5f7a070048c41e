import torch
import torch.nn.functional as F
from torch import nn


def attempt(f):
    try:
        result = f()
        print(result.shape if isinstance(result, torch.Tensor) and result.numel() > 9 else result)
    except Exception as e:
        print(type(e).__name__, str(e))


scores = torch.tensor([[0.2, 0.8], [0.6, 0.4]])
labels = torch.tensor([1, 0])
attempt(lambda: F.binary_cross_entropy(scores, labels))
attempt(lambda: F.binary_cross_entropy(scores, scores.round().long()))
attempt(lambda: F.binary_cross_entropy_with_logits(scores, labels))
attempt(lambda: nn.BCEWithLogitsLoss()(torch.zeros(3, 1), torch.ones(3)))
attempt(lambda: F.cross_entropy(scores, labels, weight=torch.ones(3)))
attempt(lambda: F.cross_entropy(scores, labels, label_smoothing=2))
attempt(lambda: F.cross_entropy(torch.ones(2, 3, 4), torch.ones(2, 3).long()))
attempt(lambda: F.cross_entropy(torch.ones(2, 3, 4), torch.ones(2, 4).long()))
attempt(lambda: F.batch_norm(scores, None, None))
attempt(lambda: torch.cat([]))
attempt(lambda: torch.split(scores, 0))
attempt(lambda: torch.chunk(scores, 0))
attempt(lambda: torch.empty(0, 3).argmax(0))
attempt(lambda: torch.empty(0, 3).argmax(1))
attempt(lambda: torch.eye(-1))
attempt(lambda: torch.eye(2, -3))
