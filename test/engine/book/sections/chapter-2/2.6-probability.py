# %%
import random
import torch
from torch.distributions.multinomial import Multinomial
from d2l import torch as d2l

# %%
random.seed(1)
tosses = 100
heads = sum([random.random() > 0.5 for _ in range(tosses)])
tails = tosses - heads
print('heads, tails: ', [heads, tails])

# %%
fair_probs = torch.tensor([0.5, 0.5])
Multinomial(100, fair_probs).sample()

# %%
Multinomial(100, fair_probs).sample() / 100

# %%
counts = Multinomial(10000, fair_probs).sample()
counts / 10000

# %%
counts = Multinomial(1, fair_probs).sample((1000,))
cum_counts = counts.cumsum(dim=0)
estimates = cum_counts / cum_counts.sum(dim=1, keepdims=True)
estimates = estimates.numpy()
estimates[-1], estimates.shape

# %%
d2l.set_figsize((4.5, 3.5))
d2l.plt.plot(estimates[:, 0], label='P(coin=heads)')
d2l.plt.plot(estimates[:, 1], label='P(coin=tails)')
d2l.plt.axhline(y=0.5, color='black', linestyle='dashed')
d2l.plt.gca().set_xlabel('Samples')
d2l.plt.gca().set_ylabel('Estimated probability')
d2l.plt.legend();

# %%
die = Multinomial(60, torch.ones(6))
die.sample((2,)), die.mean, die.variance
