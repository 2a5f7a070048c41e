# trained
import torch
from torch.distributions import Normal

data = Normal(3.0, 0.5).sample((200,))
mu = torch.zeros(1, requires_grad=True)
log_sigma = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([mu, log_sigma], lr=0.1)
for _ in range(60):
    loss = -Normal(mu, log_sigma.exp()).log_prob(data).mean()
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
print(loss, mu, log_sigma.exp(), data.mean(), data.std())
z = Normal(mu, log_sigma.exp()).rsample((2,))
z.requires_grad, Normal(mu, 1.0).sample().requires_grad
