import torch

X = torch.arange(12.0).reshape(3, 4)
print(X.gather(1, torch.tensor([[0], [3], [1]])), torch.index_select(X, 0, torch.tensor([2, 0])), X.take(torch.tensor([0, 5])))
