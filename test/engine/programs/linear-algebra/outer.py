import torch

print(torch.outer(torch.arange(3), torch.arange(2)), torch.diag(torch.tensor([1.0, 2.0])), torch.trace(torch.eye(3)))
print(torch.tril(torch.ones(3, 3)), torch.triu(torch.ones(3, 3)))
