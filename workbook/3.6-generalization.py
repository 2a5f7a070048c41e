# 3.6 Generalization: those exercises of section 3.6 of Dive into Deep Learning
# that can be tried out.
#
# Exercises 2, 3 and 6 are for paper and pencil. Each cell with a number is an
# exercise. It says what to do, and runs as it stands: "Run D2L exercise" above
# it.

# %% Imports
import torch
from d2l import torch as d2l


# %% Polynomials
def powers(x, degree):
    """The powers 0 to degree of each x, one column for each."""
    return torch.stack([x**power for power in range(degree + 1)], dim=1)


def fit_polynomial(x, y, degree):
    """Coefficients of the polynomial with the smallest squared error."""
    return torch.linalg.lstsq(powers(x, degree), y.reshape(-1, 1)).solution.reshape(-1)


def mean_squared_error(coefficients, x, y):
    return ((powers(x, len(coefficients) - 1) @ coefficients - y) ** 2).mean().item()


# %% [3.6.1] A polynomial through every point
# Six points. A straight line misses them, a polynomial of high degree can meet
# them all.
#
# Your task: find the smallest degree with which the polynomial goes through all
# six, whatever their y are.
x = torch.tensor([-1.0, -0.6, -0.2, 0.2, 0.6, 1.0], dtype=torch.float64)
y = torch.tensor([0.3, -1.0, 0.8, 1.2, -0.5, 0.1], dtype=torch.float64)
degree = 1

coefficients = fit_polynomial(x, y, degree)
print(f'degree: {degree}')
print(f'largest error at the points: {(powers(x, degree) @ coefficients - y).abs().max().item():.8f}')
grid = torch.linspace(-1, 1, 101, dtype=torch.float64)
d2l.plot([grid, x], [powers(grid, degree) @ coefficients, y], 'x', 'y', fmts=('-', 'o'))

# region Hint
# A polynomial of degree n has n + 1 coefficients. How many equations must they
# satisfy? Two x must not be equal: why?
# endregion


# %% [3.6.4] What cross-validation costs
# To choose the degree of a polynomial, train on part of the data and validate
# on the rest, k times, so that every point is left out once. That costs k
# trainings for each degree.
#
# Your task: complete the k folds. Which degree do they choose, and how many
# fits did that take?
def folds(n, k):
    """Pairs (training rows, validation rows): each row is in the validation part of exactly one pair."""
    rows = torch.arange(n)
    yield rows[n // k :], rows[: n // k]


x = 2 * torch.rand(60, dtype=torch.float64) - 1
y = 1 - 2 * x + 3 * x**3 + 0.2 * torch.randn(60, dtype=torch.float64)
k, fits = 5, 0
validated = torch.zeros(60)
errors = {}
for degree in (1, 3, 9):
    fold_errors = []
    for train, validation in folds(60, k):
        coefficients = fit_polynomial(x[train], y[train], degree)
        fold_errors.append(mean_squared_error(coefficients, x[validation], y[validation]))
        validated[validation] += 1
        fits += 1
    errors[degree] = sum(fold_errors) / len(fold_errors)
print(f'fits: {fits}')
print(f'each point validated: at least {validated.min().item():g} times, at most {validated.max().item():g}')
print('validation error by degree:', {degree: round(error, 4) for degree, error in errors.items()})
print(f'best degree: {min(errors, key=errors.get)}')

# region Hint
# Fold number i validates the rows i * n // k to (i + 1) * n // k. The training
# rows are all others: torch.cat((rows[:start], rows[stop:])).
# endregion

# %% [3.6.5] Why cross-validation is a little pessimistic
# Cross-validation judges models that were trained on fewer data than the final
# one. Here the model is a mean, of 12 numbers with variance 1, and the exact
# error of a new number is 1 + 1/12.
#
# Your task: estimate it 2000 times by leaving one number out: predict each one
# by the mean of the other eleven. Is the average above or below the exact
# value, and by how much?
y = torch.randn(2000, 12)

leave_one_out = torch.zeros(2000, 12)  # squared error of each number, predicted by the mean of the others

print(f'exact error of the mean of twelve: {1 + 1 / 12:.4f}')
print(f'average estimate: {leave_one_out.mean().item():.4f}')

# region Hint
# The mean of the others is (the sum of all - this one) / 11: (y.sum(dim=1,
# keepdim=True) - y) / 11. Its error is 1 + 1/11: it was estimated from eleven
# numbers, not twelve.
# endregion

# %% [3.6.7] More data, less overfitting
# A polynomial of degree 8 follows ten noisy points closely, and is far off
# between them.
#
# Your task: keep the degree, and find how many points it takes until the
# validation error is less than 1.3 times the training error.
num_train, degree = 10, 8

torch.manual_seed(0)
x = 2 * torch.rand(num_train + 1000, dtype=torch.float64) - 1
y = torch.sin(3 * x) + 0.3 * torch.randn(num_train + 1000, dtype=torch.float64)
coefficients = fit_polynomial(x[:num_train], y[:num_train], degree)
train_error = mean_squared_error(coefficients, x[:num_train], y[:num_train])
val_error = mean_squared_error(coefficients, x[num_train:], y[num_train:])
print(f'degree: {degree}')
print(f'training error: {train_error:.4f}')
print(f'validation error: {val_error:.4f}')

# region Hint
# num_train is a parameter: drag it in the panel, or write another number. Try
# 20, 50, 100, 200. The noise alone has a variance of 0.09: both errors meet
# there.
# endregion
