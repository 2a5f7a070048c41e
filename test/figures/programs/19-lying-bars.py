import matplotlib.pyplot as plt
import numpy as np

plt.barh(['w', 'b', 'noise'], [2.0, -3.4, 0.01], color='tab:green')
plt.axvline(0, color='black', lw=0.8)
