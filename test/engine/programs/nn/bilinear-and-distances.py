import torch
from torch import nn

layer = nn.Bilinear(3, 2, 4)
print(layer, layer.weight.shape)
print(layer(torch.ones(5, 3), torch.rand(5, 2)))
try:
    layer(torch.ones(5, 2), torch.rand(5, 2))
except RuntimeError as error:
    print(error)
a, b = torch.rand(3, 4), torch.rand(3, 4)
print(nn.CosineSimilarity(), nn.CosineSimilarity(dim=0)(a, b), nn.CosineSimilarity()(a, b))
print(nn.PairwiseDistance(), nn.PairwiseDistance(p=1, keepdim=True)(a, b), nn.PairwiseDistance()(a, b))
print(nn.Unflatten(1, (2, 2)), nn.Unflatten(1, (2, 2))(a).shape, nn.Identity(54, unused=0.1), nn.Flatten(0)(a).shape)
