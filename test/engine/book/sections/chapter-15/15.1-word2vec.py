# %% The softmax over a vocabulary, and what its gradient is
import torch
from torch import nn

torch.manual_seed(1)
centers = nn.Embedding(6, 4)
contexts = nn.Embedding(6, 4)
center, context = torch.tensor(2), torch.tensor(4)
scores = contexts.weight @ centers(center)
loss = -torch.log_softmax(scores, dim=0)[context]
loss.backward()
loss

# %%
expected = contexts.weight[context] - (torch.softmax(scores, 0)[:, None] * contexts.weight).sum(0)
torch.allclose(centers.weight.grad[center], -expected, atol=1e-6)
