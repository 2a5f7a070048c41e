"""Distributions of counts, of vectors and with long tails: PyTorch's streams, densities, moments."""

import torch
from torch.distributions import Gumbel, HalfNormal, Independent, LogNormal, MultivariateNormal, Normal, binomial
from torch.distributions.binomial import Binomial

torch.manual_seed(4)
heads = Binomial(10, 0.5)
print(heads, heads.sample((5,)), heads.mean, heads.variance, heads.log_prob(torch.tensor([0.0, 5.0])))
many = binomial.Binomial(torch.tensor([30.0, 100.0]), torch.tensor([0.7, 0.2]))
print(many, many.sample((3,)), many.mean, many.log_prob(torch.tensor([21.0, 20.0])))
print(Binomial(3, logits=torch.tensor([-1.0, 2.0])).probs)
print(torch.binomial(torch.tensor([0.0, 50.0, 1000.0]), torch.tensor([0.5, 1.0, 0.4])))

vectors = MultivariateNormal(torch.tensor([1.0, -1.0]), torch.tensor([[2.0, 0.5], [0.5, 1.0]]))
print(vectors.sample((3,)), vectors.mean, vectors.variance, vectors.entropy())
print(vectors.log_prob(torch.tensor([[0.0, 0.0], [1.0, -1.0]])), vectors.covariance_matrix, vectors.event_shape)

for each in (LogNormal(0.5, 0.25), HalfNormal(2.0), Gumbel(1.0, 2.0)):
    print(each.mean, each.variance, each.entropy(), each.log_prob(torch.tensor(0.7)))
    print(each.sample((2,)))
together = Independent(Normal(torch.zeros(2, 3), torch.ones(2, 3)), 1)
print(together, together.batch_shape, together.event_shape, together.log_prob(torch.ones(2, 3)), together.entropy())
mean = torch.zeros(2, requires_grad=True)
loss = -MultivariateNormal(mean, scale_tril=torch.eye(2)).log_prob(torch.tensor([1.0, 2.0]))
loss.backward()
print(mean.grad, MultivariateNormal(mean, torch.eye(2)).rsample().requires_grad)
