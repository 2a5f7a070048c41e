import matplotlib.pyplot as plt
import numpy as np

plt.quiver([0, 0], [0, 0], [2, -1], [1, 2], angles='xy', scale_units='xy', scale=1, color=['C0', 'C1'])
plt.xlim(-2, 3)
plt.ylim(-1, 3)
plt.gca().set_aspect('equal')
plt.grid()
