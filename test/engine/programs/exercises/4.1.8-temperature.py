import torch
from torch.nn import functional as F

logits = torch.tensor([1.0, 2.0, 3.0])
for temperature in (0.1, 1.0, 10.0):
    print(temperature, F.softmax(logits / temperature, dim=0), F.softmax(logits / temperature, -1).argmax())
