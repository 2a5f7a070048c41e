import torch

print(torch.zeros(2))
print(torch.zeros(2, 1))
print(torch.zeros((2, 1)))
print(torch.zeros([1, 2]))
print(torch.zeros(size=(1, 2)))
print(torch.zeros(2, requires_grad=True))
print(torch.zeros(2, dtype=torch.int64))
