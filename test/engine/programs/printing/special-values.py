import torch

nan, inf = float('nan'), float('inf')
print(torch.tensor([nan, inf, 1.0]), torch.tensor([-inf, 2.5]), torch.tensor(nan), torch.tensor([inf]), torch.tensor([nan, 1e10, 0.5]))
