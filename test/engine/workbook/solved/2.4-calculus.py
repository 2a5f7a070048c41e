# Solved versions: each cell stands in the place of the one in the workbook's file of the same name.


# %% [2.4.4] The slope of x to the power of x
def slope(x):
    return x**x * (torch.log(x) + 1)


x = torch.linspace(0.2, 3, 50, dtype=torch.float64)
h = 1e-6
measured = ((x + h) ** (x + h) - (x - h) ** (x - h)) / (2 * h)
print(f'largest difference: {(slope(x) - measured).abs().max().item():.5f}')


# %% [2.4.6] A curve and its tangent
def f(x):
    return x**3 - 1 / x


slope, offset = 4.0, -4.0
x = torch.arange(0.3, 3, 0.1)
d2l.plot(x, [f(x), slope * x + offset], 'x', 'f(x)', legend=['f(x)', 'tangent at x = 1'])
print(f'slope of the tangent: {slope:.4f}')
print(f'the tangent at x = 1: {slope + offset:.4f}')


# %% [2.4.7] A gradient by hand
def gradient(x):
    return torch.stack([6 * x[0], 5 * torch.exp(x[1])])


differences = []
for values in ([0.0, 0.0], [1.5, -2.0], [-3.0, 1.0]):
    x = torch.tensor(values, requires_grad=True)
    (3 * x[0] ** 2 + 5 * torch.exp(x[1])).backward()
    differences.append((gradient(x.detach()) - x.grad).abs().max().item())
print(f'largest difference: {max(differences):.5f}')


# %% [2.4.8] The gradient of a length
def gradient(x):
    return x / torch.linalg.norm(x)


x = torch.tensor([3.0, -4.0, 12.0], requires_grad=True)
torch.linalg.norm(x).backward()
own = gradient(x.detach())
print(f'largest difference: {(own - x.grad).abs().max().item():.5f}')
print(f'its length: {torch.linalg.norm(own).item():.4f}')
