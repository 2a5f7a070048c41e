import torch
from torch.distributions.multinomial import Multinomial

from d2l import torch as d2l

fair = torch.tensor([0.5, 0.5])
counts = Multinomial(1, fair).sample((1000,))
running = counts.cumsum(dim=0)
estimates = running / running.sum(dim=1, keepdims=True)
estimates = estimates.numpy()
d2l.set_figsize((4.5, 3.5))
d2l.plt.plot(estimates[:, 0], label='P(coin=heads)')
d2l.plt.plot(estimates[:, 1], label='P(coin=tails)')
d2l.plt.axhline(y=0.5, color='black', linestyle='dashed')
d2l.plt.gca().set_xlabel('Samples')
d2l.plt.gca().set_ylabel('Estimated probability')
d2l.plt.legend()
print(counts.shape, estimates.shape, estimates[-1], estimates[:3])
