import matplotlib.pyplot as plt
import numpy as np

x = np.linspace(-2, 2, 25)
X, Y = np.meshgrid(x, x)
fig, ax = plt.subplots(subplot_kw={'projection': '3d'})
ax.plot_surface(X, Y, X**2 - Y**2, cmap='viridis')
