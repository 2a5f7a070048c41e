"""Gamma, chi-squared, beta, Dirichlet and Student's t: samples of PyTorch's stream, densities, moments."""

import torch
from torch.distributions import Beta, Chi2, Dirichlet, Gamma, StudentT

torch.manual_seed(11)
small, large = Gamma(0.4, 2.0), Gamma(torch.tensor([1.0, 3.5]), torch.tensor([1.0, 0.5]))
print(small, large)
print(small.sample((4,)), large.sample((3,)))
print(large.mean, large.variance, large.stddev, large.entropy())
print(large.log_prob(torch.tensor([0.5, 2.0])))

squares = Chi2(torch.tensor([1.0, 4.0]))
print(squares.df, squares.sample((2,)), squares.log_prob(torch.tensor([1.0, 2.0])))

coin = Beta(2.0, torch.tensor([3.0, 0.5]))
print(coin.sample((2,)), coin.mean, coin.variance)
print(coin.log_prob(torch.tensor([0.2, 0.9])), coin.entropy(), coin.concentration1)

dice = Dirichlet(torch.tensor([1.0, 2.0, 3.0]))
faces = dice.sample((2,))
print(dice, faces, faces.sum(-1))
print(dice.mean, dice.variance, dice.entropy(), dice.log_prob(torch.tensor([0.2, 0.3, 0.5])))
print(dice.batch_shape, dice.event_shape)

heavy = StudentT(torch.tensor([1.0, 2.0, 5.0]), 1.0, 2.0)
print(heavy.mean, heavy.variance)
print(heavy.sample((2,)), heavy.log_prob(torch.tensor(0.5)))

rate = torch.tensor(1.5, requires_grad=True)
density = -Gamma(2.0, rate).log_prob(torch.tensor([0.3, 1.2])).sum()
density.backward()
print(density, rate.grad)
