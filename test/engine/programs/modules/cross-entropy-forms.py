import torch
from torch.nn import functional as F

logits = torch.randn(4, 3)
labels = torch.tensor([0, 1, 2, 1])
print(F.cross_entropy(logits, labels), F.cross_entropy(logits, labels, reduction='sum'))
print(F.cross_entropy(logits, F.one_hot(labels, 3).float()), F.cross_entropy(logits[0], labels[0]))
print(F.nll_loss(F.log_softmax(logits, dim=1), labels), F.one_hot(labels), F.one_hot(labels, num_classes=4).shape)
print(F.cross_entropy(logits, labels, ignore_index=1))
try:
    F.cross_entropy(logits, labels.float())
except RuntimeError as error:
    print(error)
try:
    F.cross_entropy(logits, labels[:3])
except ValueError as error:
    print(error)
