"""What the book uses of scipy: distributions, distances, minima, a few functions; and numpy's empty arrays."""

import numpy as np
from scipy import optimize, special, stats
from scipy.spatial import distance, distance_matrix

np.random.seed(1)
for known in (stats.norm(1, 2), stats.uniform(2, 3), stats.expon(0, 2), stats.randint(3, 9)):
    print(known.rvs(3), known.mean(), known.var(), known.std(), np.round(known.cdf(np.array([0.5, 2.5, 4.0])), 6))
print(stats.loguniform(1e-4, 1).rvs(), stats.loguniform(1e-3, 10).cdf(2.0))
print(stats.norm.pdf([0, 1.0]), stats.norm.rvs(size=2, random_state=3), stats.uniform.rvs())
print(stats.norm.ppf(0.975), stats.randint.rvs(1, 5, size=3))
found = optimize.minimize(lambda p: (1 - p[0]) ** 2 + 100 * (p[1] - p[0] ** 2) ** 2, [-1.2, 1.0])
print(np.round(found.x, 3), found.success)
bounded = optimize.minimize(lambda p: (p[0] - 5) ** 2, [1.0], bounds=[(0, 2)])
print(np.round(bounded.x, 6), round(bounded.fun, 6))
sloped = optimize.minimize(
    lambda p: (p**2).sum() + 3 * p[0], np.ones(3), jac=lambda p: 2 * p + np.array([3, 0, 0]), method='BFGS'
)
print(np.round(sloped.x, 3), round(sloped.fun, 4))
print(special.expit([0.0, 1.0]), special.logsumexp([1.0, 2.0]), special.softmax([1.0, 2.0]))
points = np.array([[1.0, 2], [3, 4], [0, 1]])
print(distance_matrix(points, points[:2]), distance.cdist(points, points), distance.euclidean(points[0], points[1]))
print(np.clip(np.array([1.0, 5, 9]), np.array([2.0, 2, 2]), 6), np.clip(np.array([1, 5]), None, 3))
state = np.random.get_state()
first = np.random.normal(size=3)
np.random.set_state(state)
print(first == np.random.normal(size=3))
for function in (np.max, np.min, np.argmax, np.argmin):
    try:
        function(np.array([]))
    except ValueError as error:
        print(error)
try:
    distance.cdist(points, points, 'nope')
except ValueError as error:
    print(error)
