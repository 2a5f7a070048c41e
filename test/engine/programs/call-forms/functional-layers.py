import torch
from torch.nn import functional as F

x = torch.tensor([[1.0, -2.0, 0.5]])
W, b = torch.ones(2, 3), torch.tensor([0.1, 0.2])
print(F.dropout(torch.ones(8), 0.5))
print(F.dropout(torch.ones(4), p=0.5, training=False))
print(F.one_hot(torch.tensor([0, 2])))
print(F.pad(torch.ones(2, 2), (1, 0)))
print(F.pad(torch.ones(1, 2), (0, 1, 1, 0), value=7))
print(F.normalize(x))
print(F.cosine_similarity(x, x))
print(F.layer_norm(x, (3,)))
print(F.batch_norm(torch.arange(4.0).reshape(2, 2), torch.zeros(2), torch.ones(2)))
print(F.embedding(torch.tensor([1, 0]), W))
