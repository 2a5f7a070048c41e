import matplotlib.pyplot as plt
import numpy as np

x = np.linspace(-3, 3, 61)
X, Y = np.meshgrid(x, x)
Z = X**2 + 2 * Y**2 - X * Y
cs = plt.contour(X, Y, Z)
plt.clabel(cs)
plt.plot([-2.5, -1, -0.2], [2, 0.7, 0.1], 'ro-')
