import torch

print(torch.randperm(6))
print(torch.bernoulli(torch.full((4,), 0.5)))
print(torch.multinomial(torch.tensor([0.1, 0.9]), 5, replacement=True))
print(torch.rand_like(torch.ones(2)))
print(torch.randn_like(torch.ones(2)))
print(torch.randint_like(torch.ones(3), 9))
