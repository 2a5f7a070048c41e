import matplotlib.pyplot as plt
import numpy as np

x = np.linspace(0, 4, 9)
y = np.linspace(0, 2, 5)
X, Y = np.meshgrid(x, y)
plt.pcolormesh(X, Y, np.sin(X) * Y, cmap='viridis', shading='auto')
plt.colorbar(orientation='horizontal')
