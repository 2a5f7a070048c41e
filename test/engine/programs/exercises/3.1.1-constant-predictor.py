import torch
from d2l import torch as d2l

x = torch.tensor([1.0, 2.0, 2.5, 4.0, 20.0])
b = torch.linspace(0, 21, 211)
squared = ((x.reshape(-1, 1) - b) ** 2).sum(0)
absolute = (x.reshape(-1, 1) - b).abs().sum(0)
d2l.plot(b, [squared, absolute], 'b', 'loss', legend=['squared', 'absolute'], yscale='log')
print(b[squared.argmin()], x.mean(), b[absolute.argmin()], x.median())
