import numpy as np

x = np.arange(0, 3, 0.5)
print(x, x**2, np.exp(x), np.sin(x).round(3), x.mean(), x.sum(), np.pi, len(x), x[1:3], np.sqrt(2.0), np.linspace(0, 1, 3))
