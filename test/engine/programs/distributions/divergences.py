import torch
from torch.distributions import Bernoulli, Categorical, Exponential, Geometric, Laplace, Normal, Poisson, Uniform, kl_divergence

for p, q in (
    (Normal(0.0, 1.0), Normal(torch.tensor([1.0, 2.0]), 2.0)), (Uniform(0.0, 1.0), Uniform(-1.0, 2.0)), (Uniform(0.0, 1.0), Uniform(0.5, 2.0)),
    (Exponential(1.0), Exponential(3.0)), (Laplace(0.0, 1.0), Laplace(1.0, 2.0)), (Poisson(2.0), Poisson(3.0)),
    (Bernoulli(0.2), Bernoulli(0.7)), (Categorical(torch.tensor([0.1, 0.9])), Categorical(torch.tensor([0.5, 0.5]))),
):
    print(type(p).__name__, kl_divergence(p, q))
poisson, geometric = Poisson(torch.tensor([1.5, 3.0])), Geometric(0.3)
print(poisson, poisson.mean, poisson.variance, poisson.log_prob(torch.tensor([0.0, 4.0])))
print(geometric, geometric.mean, geometric.variance, geometric.log_prob(torch.tensor(2.0)), geometric.sample((4,)))
kl_divergence(Categorical(torch.ones(2)), Normal(0.0, 1.0))
