import matplotlib.pyplot as plt
import numpy as np

x = np.arange(1, 6)
plt.errorbar(x, x**0.5, yerr=0.2, xerr=0.1, fmt='o', capsize=5, ecolor='gray', label='measured')
plt.legend()
