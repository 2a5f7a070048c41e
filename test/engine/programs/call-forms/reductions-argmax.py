import torch

x = torch.tensor([[1.0, 5.0, 3.0], [4.0, 2.0, 6.0]])
print(x.argmax())
print(x.argmax(axis=1))
print(x.argmax(dim=0, keepdim=True))
print(torch.argmax(x, dim=1))
print(x.argmin(1))
