import torch

x = torch.tensor([[1.0, 5.0, 3.0], [4.0, 2.0, 6.0]])
print(torch.min(x, 1))
print(x.min())
print(torch.minimum(x, torch.tensor(3.0)))
print(x.amax(0))
print(x.amin(1, keepdim=True))
print(torch.aminmax(x))
