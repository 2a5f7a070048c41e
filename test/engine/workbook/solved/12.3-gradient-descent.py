# Solved versions: each cell stands in the place of the one in the workbook's file of the same name.


# %% [12.3.2] A minimum without derivatives
def f(x):
    return torch.log(torch.exp(x) + torch.exp(-2 * x - 3))


def minimize(f, a, b):
    while b - a > 1e-7:
        third = (b - a) / 3
        if f(a + third) < f(b - third):
            b = b - third
        else:
            a = a + third
    return (a + b) / 2


a, b = torch.tensor(-4.0, dtype=torch.float64), torch.tensor(3.0, dtype=torch.float64)
found = minimize(f, a, b)
print(f'minimum at {found.item():.6f}')

# %% [12.3.3] Two directions at odds
steep, flat = 1000.0, 0.5
lr = 1 / steep
x = torch.tensor([1.0, 1.0], dtype=torch.float64)
for step in range(100):
    x = x - lr * torch.tensor([steep, flat]) * x
print(f'steepnesses: {steep:.6g} and {flat:.6g}')
print(f'after 100 steps the flat coordinate is {x[1].item():.5f}')


# %% [12.3.4] A second derivative for each coordinate
def f(x):
    return 50 * x[0] ** 2 + 0.05 * x[1] ** 2 + x[0] * x[1]


x = torch.tensor([1.0, 10.0], dtype=torch.float64, requires_grad=True)
for step in range(10):
    (gradient,) = torch.autograd.grad(f(x), x)
    with torch.no_grad():
        preconditioner = torch.tensor([100.0, 0.1], dtype=torch.float64)
        x -= 0.5 * gradient / preconditioner
print(f'distance from the minimum: {x.detach().norm().item():.6g}')
