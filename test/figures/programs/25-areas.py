import matplotlib.pyplot as plt
import numpy as np

x = np.linspace(0, 6, 61)
plt.plot(x, np.sin(x))
plt.fill_between(x, np.sin(x) - 0.3, np.sin(x) + 0.3, alpha=0.3)
plt.axvspan(2, 3, color='C1', alpha=0.2)
plt.axhspan(-0.2, 0.2, facecolor='0.8')
