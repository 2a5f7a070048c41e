import torch

steps = torch.randn(2000)
walk = steps.cumsum(0)
for name, series in (('independent', steps), ('walk', walk)):
    a, b = series[:-1], series[1:]
    correlation = ((a - a.mean()) * (b - b.mean())).mean() / (a.std() * b.std())
    print(name, f'{correlation.item():.3f}')
print(torch.corrcoef(torch.stack((steps[:-1], steps[1:]))))
