# %% Negative sampling
import torch

torch.manual_seed(2)
u, v, noise = torch.randn(5), torch.randn(5), torch.randn(3, 5)
-torch.log(torch.sigmoid(u @ v)) - torch.log(torch.sigmoid(-noise @ v)).sum()

# %% Hierarchical softmax: the probabilities of all leaves add up to one
inner = torch.randn(3, 5)
s = torch.sigmoid(inner @ v)
leaves = torch.stack([s[0] * s[1], s[0] * (1 - s[1]), (1 - s[0]) * s[2], (1 - s[0]) * (1 - s[2])])
print(f'{leaves.sum():.6f}')
leaves
