import matplotlib.pyplot as plt
import numpy as np

x = np.linspace(0, 6, 13)
y = np.sin(x)
y[3] = float('nan')
y[8] = float('nan')
plt.plot(x, y, 'o-')
plt.plot([0, 1, 2, 3, 4], [0.5, None, 0.5, 0.7, 0.9])
