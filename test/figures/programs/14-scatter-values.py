import matplotlib.pyplot as plt
import numpy as np

x = np.linspace(0, 1, 40)
y = np.sin(6 * x)
plt.scatter(x, y, c=x, s=20 + 100 * x, cmap='plasma')
plt.colorbar(label='time')
