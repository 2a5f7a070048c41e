import torch
from torch import nn

print(nn.Sequential(
    nn.Linear(4, 8), nn.ReLU(), nn.Dropout(0.3), nn.Linear(8, 8, bias=False), nn.Tanh(), nn.Sigmoid(), nn.Softmax(dim=1),
    nn.LogSoftmax(dim=-1), nn.Identity(), nn.Flatten(), nn.LeakyReLU(0.2), nn.ELU(), nn.GELU(), nn.SiLU(), nn.Softplus(),
    nn.PReLU(), nn.ReLU6(), nn.Hardtanh(), nn.Embedding(10, 3), nn.Unflatten(1, (2, 4)),
))
print(nn.Sequential(
    nn.Conv2d(1, 6, 5), nn.Conv2d(1, 6, kernel_size=5, padding=2, stride=2), nn.MaxPool2d(2), nn.AvgPool2d(kernel_size=2, stride=2),
    nn.AdaptiveAvgPool2d((1, 1)), nn.BatchNorm2d(6), nn.BatchNorm1d(4), nn.LayerNorm(5), nn.LazyConv2d(8, 3), nn.LazyLinear(3),
))
print([nn.MSELoss(), nn.CrossEntropyLoss(), nn.BCELoss(), nn.BCEWithLogitsLoss(), nn.NLLLoss(), nn.KLDivLoss()])
nn.Linear(2, 1)
