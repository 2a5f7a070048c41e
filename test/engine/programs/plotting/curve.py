import torch
from d2l import torch as d2l

x = torch.linspace(-2, 2, 5)
d2l.plt.plot(x, x**2, 'm--', label='square')
d2l.plt.xlabel('x')
d2l.plt.legend()
print('drawn')
