import torch
from d2l import torch as d2l

sizes = [10, 20, 50, 100, 200, 500]
errors = []
for n in sizes:
    flips = (torch.rand(1000, n) < 0.3).float()
    errors.append((flips.mean(dim=1) - 0.3).abs().mean().item())
d2l.plot(torch.tensor(sizes), [torch.tensor(errors)], 'n', 'gap', xscale='log', yscale='log')
print([f'{error:.4f}' for error in errors])
print(all(a > b for a, b in zip(errors, errors[1:])))
