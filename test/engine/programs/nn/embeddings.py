import torch
from torch import nn

layer = nn.Embedding(5, 3, padding_idx=1)
print(layer, layer.weight)
out = layer(torch.tensor([[0, 1], [4, 1]]))
out.sum().backward()
print(layer.weight.grad)
print(nn.Embedding.from_pretrained(torch.eye(3))(torch.tensor(2)), nn.Embedding.from_pretrained(torch.eye(3)).weight.requires_grad)
