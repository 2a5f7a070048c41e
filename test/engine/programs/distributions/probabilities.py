import torch
from torch.distributions import Bernoulli, Categorical, Exponential, Laplace, Normal, Uniform, kl_divergence

normal = Normal(torch.tensor(1.0), torch.tensor(2.0))
print(normal.log_prob(torch.tensor(0.5)), normal.mean, normal.stddev, normal.variance, normal.entropy())
print(normal.cdf(torch.tensor(1.0)), normal.icdf(torch.tensor(0.9)))
print(Uniform(0.0, 2.0).log_prob(torch.tensor(0.5)), Bernoulli(0.3).log_prob(torch.tensor(1.0)))
categorical = Categorical(logits=torch.tensor([0.0, 1.0, 2.0]))
print(categorical.probs, categorical.log_prob(torch.tensor(2)), categorical.entropy())
print(Exponential(2.0).log_prob(torch.tensor(0.3)), Laplace(0.0, 1.0).log_prob(torch.tensor(0.3)))
print(kl_divergence(Normal(0.0, 1.0), Normal(1.0, 2.0)))
print(normal, Bernoulli(0.3), categorical)
