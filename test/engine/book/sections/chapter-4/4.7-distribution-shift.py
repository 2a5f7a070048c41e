# %%
import torch

C = torch.tensor([[0.9, 0.2], [0.1, 0.8]])
predicted = torch.tensor([0.48, 0.52])
p_y = torch.linalg.solve(C, predicted)
p_y, p_y.sum()

# %%
q_y = torch.tensor([0.5, 0.5])
weights = p_y / q_y
labels = torch.tensor([0, 1, 1, 0])
losses = torch.tensor([0.3, 0.2, 1.0, 0.1])
(weights[labels] * losses).mean()

# %%
h = torch.tensor([-1.0, 0.0, 2.0])
ratio = torch.exp(h)
ratio.clamp(max=5), torch.minimum(ratio, torch.tensor(5.0))
