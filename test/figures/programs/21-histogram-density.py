import matplotlib.pyplot as plt
import numpy as np

x = [((i * 37) % 101) / 10 + ((i * 53) % 97) / 20 for i in range(500)]
plt.hist(x, bins=15, density=True, alpha=0.5, label='density')
plt.hist(x, bins=15, density=True, cumulative=True, histtype='step', label='cumulative')
plt.legend(loc='upper left')
