# 12.2 Convexity: exercises of section 12.2 of Dive into Deep
# Learning.
#
# Each cell with a number is an exercise. It says what to do, and runs as it
# stands: "Run D2L exercise" above it.

# %% Imports
import torch


# %% [12.2.3] The larger and the smaller of two
# Of two convex functions the larger one, point by point, is convex again. The smaller
# one need not be.
#
# Your task: choose convex f and g, and two points a and b, so that the smaller of
# them is above its chord in the middle.
def f(x):
    return x**2


def g(x):
    return (x - 1) ** 2


a, b = torch.tensor(-3.0), torch.tensor(-1.0)


def smaller(x):
    return torch.minimum(f(x), g(x))


middle = smaller((a + b) / 2) - (smaller(a) + smaller(b)) / 2
print(f'above the chord by {middle.item():.4f}')
for name, h in (('f', f), ('g', g)):
    x = torch.linspace(-10, 10, 201, dtype=torch.float64)
    bend = h(x[2:]) - 2 * h(x[1:-1]) + h(x[:-2])
    print(f'smallest bend of {name}: {bend.min().item():.6f}')

# region Hint
# Two bowls side by side: between them there is a ridge. Put a and b into a bowl each.
# endregion


# %% [12.2.6] A projection is a matrix
# All x with w · x = 0 are a plane. The nearest point of it to any x is M @ x.
#
# Your task: compute M.
w = torch.tensor([1.0, 2.0, -2.0])

M = torch.eye(3)

torch.manual_seed(0)
X = torch.randn(3, 50)
print(f'largest distance from the plane: {(w @ M @ X).abs().max().item():.5f}')
print(f'projected twice, largest difference: {(M @ M @ X - M @ X).abs().max().item():.5f}')
print(f'trace: {M.trace().item():.4f}')

# region Hint
# Take from x its part along w: w * (w · x) / (w · w). torch.outer(w, w) is the matrix
# of w * w.
# endregion


# %% [12.2.8] Projections never increase distances
# The ball of radius 1 is convex: of every point outside, one of it is the nearest.
#
# Your task: let project() return the nearest points of the ball to the rows of X.
def project(X):
    return X / 2


torch.manual_seed(0)
X, Y = 3 * torch.randn(500, 4), 3 * torch.randn(500, 4)
before, after = (X - Y).norm(dim=1), (project(X) - project(Y)).norm(dim=1)
print(f'farthest from the centre: {project(X).norm(dim=1).max().item():.5f}')
inside = X / (2 * X.norm(dim=1, keepdim=True))
print(f'largest difference inside: {(project(inside) - inside).abs().max().item():.5f}')
print(f'largest growth of a distance: {(after / before).max().item():.5f}')

# region Hint
# A point outside is moved towards the centre until its length is 1; a point inside
# stays. clamp(min=1) helps.
# endregion
