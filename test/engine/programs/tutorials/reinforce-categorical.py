import numpy as np
import torch
from torch import nn
from torch.distributions import Categorical

torch.manual_seed(0)
policy = nn.Sequential(nn.Linear(4, 8), nn.Dropout(p=0.6), nn.ReLU(), nn.Linear(8, 2), nn.Softmax(dim=-1))
opt = torch.optim.Adam(policy.parameters(), lr=1e-2)
eps = np.finfo(np.float32).eps.item()
saved, rewards = [], []
for t in range(10):
    m = Categorical(policy(torch.randn(1, 4)))
    a = m.sample()
    saved.append(m.log_prob(a))
    rewards.append(float(a.item()))
R, returns = 0, []
for r in rewards[::-1]:
    R = r + 0.99 * R
    returns.insert(0, R)
returns = torch.tensor(returns)
returns = (returns - returns.mean()) / (returns.std() + eps)
loss = torch.cat([-lp * R for lp, R in zip(saved, returns)]).sum()
opt.zero_grad()
loss.backward()
opt.step()
print(rewards, loss)
print(m.entropy(), m)
