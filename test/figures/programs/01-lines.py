import matplotlib.pyplot as plt
import numpy as np

x = np.linspace(0, 10, 101)
plt.plot(x, np.sin(x))
plt.plot(x, np.cos(x), '--')
plt.plot(x, np.sin(x) * np.exp(-x / 5), 'r:')
plt.plot(x, 0.1 * x, 'g-.')
