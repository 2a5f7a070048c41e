import torch

print(torch.empty(3).uniform_(0, 1))
print(torch.empty(3).normal_())
print(torch.empty(2).normal_(mean=1.0, std=0.1))
print(torch.empty(3).exponential_())
print(torch.empty(3).bernoulli_(0.5))
print(torch.empty(3, dtype=torch.int64).random_(10))
