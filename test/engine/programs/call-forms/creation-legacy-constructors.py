import torch

print(torch.Tensor([1, 2]))
print(torch.Tensor(2, 1).shape)
print(torch.FloatTensor([1.0]))
print(torch.LongTensor([1, 2]))
print(torch.IntTensor([3]))
print(torch.BoolTensor([1, 0]))
print(torch.DoubleTensor([0.5]))
