import math

import torch

w = torch.randn(5, requires_grad=True)
sigma = 0.5
log_prior = (-(w**2) / (2 * sigma**2) - 0.5 * math.log(2 * math.pi * sigma**2)).sum()
normal = torch.distributions.Normal(0.0, sigma)
print(log_prior, normal.log_prob(w).sum())
(gradient,) = torch.autograd.grad(-normal.log_prob(w).sum(), w)
print(torch.allclose(gradient, w / sigma**2))
laplace = torch.distributions.Laplace(torch.tensor(0.0), torch.tensor(1.0))
print(laplace.log_prob(w).sum(), -(w.abs().sum() + 5 * math.log(2)))
