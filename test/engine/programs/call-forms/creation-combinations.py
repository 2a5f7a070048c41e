import torch

print(torch.tril_indices(2, 2))
print(torch.combinations(torch.arange(3)))
print(torch.cartesian_prod(torch.arange(2), torch.arange(2)))
