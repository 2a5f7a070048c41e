# %%
import torch
from torch import nn

x = torch.linspace(-1, 1, 12).reshape(-1, 1)
y = torch.sin(3 * x) + 0.1 * torch.randn(12, 1)
x.shape, y.mean()


# %%
def polynomial(degree):
    powers = torch.cat([x**i for i in range(degree + 1)], dim=1)
    weights = torch.linalg.lstsq(powers[::2], y[::2]).solution
    errors = (powers @ weights - y) ** 2
    return errors[::2].mean().item(), errors[1::2].mean().item()


for degree in (1, 3):
    train, validation = polynomial(degree)
    print(f'degree {degree}: train {train:.3f}, validation {validation:.3f}')

# %%
folds = torch.arange(12).reshape(4, 3)
for k in range(4):
    rest = torch.cat([folds[i] for i in range(4) if i != k])
    print(folds[k].tolist(), rest.tolist())
