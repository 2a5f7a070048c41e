import torch
from torch import nn

embedding = nn.Embedding(5, 3)
indices = torch.tensor([[0, 2], [4, 2]])
out = embedding(indices)
print(out.shape, torch.equal(out[0, 1], embedding.weight[2]))
out.sum().backward()
print(embedding.weight.grad)
padded = nn.Embedding(4, 2, padding_idx=0)
print(padded.weight[0], padded)
embedding(torch.tensor([5]))
