import matplotlib.pyplot as plt
import numpy as np

x = np.linspace(-3, 3, 61)
y = np.linspace(-2, 2, 41)
X, Y = np.meshgrid(x, y)
Z = np.exp(-(X**2) - Y**2) * X
plt.contourf(X, Y, Z, 12, cmap='RdBu')
plt.colorbar()
