import matplotlib.pyplot as plt
import numpy as np

x = np.arange(10)
plt.scatter(x, x % 4, s=120, c='white', edgecolors='C0', linewidths=2, label='hollow')
plt.scatter(x, (x + 1) % 4, s=80, color='C1', edgecolor='black', marker='s', label='square')
plt.legend(loc='lower right')
