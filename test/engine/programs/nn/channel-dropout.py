import torch
from torch import nn
from torch.nn import functional as F

X = torch.ones(2, 4, 2, 2)
print(nn.Dropout2d(0.5), nn.Dropout2d(0.5)(X)[:, :, 0, 0], nn.Dropout2d(0.5).eval()(X).sum())
print(nn.Dropout1d(0.3)(torch.ones(2, 5, 3))[:, :, 0], nn.AlphaDropout(0.4)(torch.ones(6)))
print(F.gumbel_softmax(torch.tensor([[1.0, 2.0, 3.0]])), F.gumbel_softmax(torch.zeros(3, 4), hard=True))
torch.rand(2)
