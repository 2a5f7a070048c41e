import matplotlib.pyplot as plt
import numpy as np

t = np.linspace(0, 2 * np.pi, 101)
plt.plot(np.cos(t), np.sin(t))
plt.plot(3 * np.cos(t), np.sin(t))
plt.axis('equal')
