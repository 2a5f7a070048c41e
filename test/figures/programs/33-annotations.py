import matplotlib.pyplot as plt
import numpy as np

x = np.linspace(-2, 2, 81)
plt.plot(x, x**4 - 2 * x**2)
plt.annotate('minimum', xy=(1, -1), xytext=(0.2, 3), arrowprops=dict(arrowstyle='->'))
plt.annotate('wide', xy=(-1, -1), xytext=(-1.2, 4), arrowprops=dict(facecolor='black', shrink=0.05))
plt.text(0.02, 0.95, 'upper left', transform=plt.gca().transAxes, va='top')
plt.text(0, 6, 'centred', ha='center', fontsize=14, bbox=dict(facecolor='wheat', alpha=0.5))
