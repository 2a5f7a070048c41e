import matplotlib.pyplot as plt
import numpy as np

plt.arrow(0, 0, 2, 1, head_width=0.2, length_includes_head=True, color='C1')
plt.quiver([0, 1, 2], [0, 0, 0], [1, 0, -1], [1, 2, 1])
plt.xlim(-1, 4)
plt.ylim(-1, 3)
