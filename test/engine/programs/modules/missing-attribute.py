import torch
from torch import nn

net = nn.Sequential(nn.Linear(2, 1))
net[0].wieght
