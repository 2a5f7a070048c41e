import torch
from torch import distributions

print(distributions.Normal(0.0, 1.0).sample((3,)))
print(distributions.Normal(torch.tensor([0.0, 10.0]), torch.tensor([1.0, 0.1])).sample((2,)))
print(distributions.Uniform(-1.0, 1.0).sample((4,)))
print(distributions.Bernoulli(torch.tensor([0.2, 0.8])).sample((3,)))
print(distributions.Categorical(torch.tensor([0.1, 0.2, 0.7])).sample((8,)))
print(distributions.Multinomial(10, torch.tensor([0.1, 0.2, 0.7])).sample())
print(distributions.Exponential(2.0).sample((3,)))
print(distributions.Laplace(0.0, 1.0).sample((3,)))
print(distributions.Poisson(torch.tensor([1.0, 4.0])).sample().shape)
