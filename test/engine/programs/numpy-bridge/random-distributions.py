"""Further distributions of the legacy generator: their streams."""

import numpy as np

np.random.seed(7)
print(np.random.exponential(2.0, 3), np.random.exponential())
print(np.random.gamma(0.5, 1.0, 3), np.random.gamma(2.5, 2.0, 3), np.random.standard_gamma(1.0))
print(np.random.beta(0.5, 0.5, 3), np.random.beta(2, 3, 2), np.random.chisquare(3, 2), np.random.standard_t(4, 2))
print(np.random.poisson(3.0, 8), np.random.poisson(25.0, 8), np.random.poisson([1.0, 40.0]))
print(np.random.binomial(10, 0.3, 8), np.random.binomial(40, 0.7, 4), np.random.binomial(1, 0.5))
print(np.random.laplace(0, 1, 3), np.random.logistic(size=2), np.random.gumbel(1, 2, 2))
print(np.random.lognormal(0, 0.5, 3), np.random.rayleigh(2, 2), np.random.weibull(1.5, 2), np.random.pareto(3, 2))
print(np.random.multinomial(20, [0.2, 0.3, 0.5]), np.random.multinomial(5, [0.5, 0.5], size=2))
print(np.random.dirichlet([1, 2, 3], 2), np.random.sample(2))
print(np.random.choice(4, 6, p=[0.1, 0.2, 0.3, 0.4]), np.random.choice([10, 20], p=[0.9, 0.1]))
points = np.random.multivariate_normal([1, -1], [[2.0, 0.6], [0.6, 1.0]], 4)
print(points.shape)
print(np.abs(np.random.multivariate_normal(np.zeros(3), np.diag([1.0, 2.0, 3.0]))))
for wrong in (lambda: np.random.multivariate_normal([0], np.eye(2)), lambda: np.random.choice(2, 3, p=[0.5, 0.1])):
    try:
        wrong()
    except ValueError as error:
        print(error)
