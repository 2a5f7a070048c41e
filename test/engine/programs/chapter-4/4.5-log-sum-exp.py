import torch
from torch.nn import functional as F

logits = torch.tensor([[1000.0, 0.0, -1000.0], [1.0, 2.0, 3.0]])
naive = torch.exp(logits) / torch.exp(logits).sum(1, keepdim=True)
print(naive)
print(F.softmax(logits, dim=1), F.log_softmax(logits, dim=1), torch.logsumexp(logits, dim=1))
shifted = logits - logits.max(dim=1, keepdim=True).values
print(shifted - torch.log(torch.exp(shifted).sum(dim=1, keepdim=True)))
F.cross_entropy(logits, torch.tensor([0, 2]))
