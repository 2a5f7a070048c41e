import matplotlib.pyplot as plt
import numpy as np

x = np.linspace(-2, 2, 21)
X, Y = np.meshgrid(x, x)
ax = plt.axes(projection='3d')
ax.plot_wireframe(X, Y, np.exp(-(X**2) - Y**2), color='C2')
ax.view_init(40, 30)
