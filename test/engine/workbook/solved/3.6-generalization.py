# Solved versions: each cell stands in the place of the one in the workbook's file of the same name.

# %% [3.6.1] A polynomial through every point
x = torch.tensor([-1.0, -0.6, -0.2, 0.2, 0.6, 1.0], dtype=torch.float64)
y = torch.tensor([0.3, -1.0, 0.8, 1.2, -0.5, 0.1], dtype=torch.float64)
degree = 5
coefficients = fit_polynomial(x, y, degree)
print(f'degree: {degree}')
print(f'largest error at the points: {(powers(x, degree) @ coefficients - y).abs().max().item():.8f}')


# %% [3.6.4] What cross-validation costs
def folds(n, k):
    rows = torch.arange(n)
    for i in range(k):
        start, stop = i * n // k, (i + 1) * n // k
        yield torch.cat((rows[:start], rows[stop:])), rows[start:stop]


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
print(f'best degree: {min(errors, key=errors.get)}')


# %% [3.6.4] Every fifth row, reshuffled
def folds(n, k):
    rows = torch.randperm(n, generator=torch.Generator().manual_seed(3))
    for i in range(k):
        held_out = torch.arange(n) % k == i
        yield rows[~held_out], rows[held_out]


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
print(f'best degree: {min(errors, key=errors.get)}')

# %% [3.6.5] Why cross-validation is a little pessimistic
y = torch.randn(2000, 12)
leave_one_out = (y - (y.sum(dim=1, keepdim=True) - y) / 11) ** 2
print(f'exact error of the mean of twelve: {1 + 1 / 12:.4f}')
print(f'average estimate: {leave_one_out.mean().item():.4f}')

# %% [3.6.7] More data, less overfitting
num_train, degree = 300, 8
torch.manual_seed(0)
x = 2 * torch.rand(num_train + 1000, dtype=torch.float64) - 1
y = torch.sin(3 * x) + 0.3 * torch.randn(num_train + 1000, dtype=torch.float64)
coefficients = fit_polynomial(x[:num_train], y[:num_train], degree)
train_error = mean_squared_error(coefficients, x[:num_train], y[:num_train])
val_error = mean_squared_error(coefficients, x[num_train:], y[num_train:])
print(f'degree: {degree}')
print(f'training error: {train_error:.4f}')
print(f'validation error: {val_error:.4f}')
