import matplotlib.pyplot as plt
import numpy as np

x = np.linspace(-2, 2, 41)
X, Y = np.meshgrid(x, x)
plt.contour(X, Y, X**2 - Y**2, levels=[-3, -2, -1, 0, 1, 2, 3], colors='k')
plt.axis('equal')
