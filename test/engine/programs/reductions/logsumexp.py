import torch

x = torch.tensor([[1.0, 2, 3], [1000, 1000, 1000]])
print(torch.logsumexp(x, 1), torch.softmax(x, dim=1), torch.log_softmax(x, 1), x.median())
