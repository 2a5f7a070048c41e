import torch

x = torch.tensor([[1.0, 5.0, 3.0], [4.0, 2.0, 6.0]])
print(x.prod())
print(x.prod(1))
print(x.std())
print(x.std(0))
print(x.std(dim=1, unbiased=False))
print(x.var())
print(x.var(1, correction=0))
print(torch.var_mean(x))
print(torch.std_mean(x, 1))
