import torch

for x in torch.tensor(3.0):
    print(x)
