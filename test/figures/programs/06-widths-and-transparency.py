import matplotlib.pyplot as plt
import numpy as np

for i in range(5):
    plt.plot([0, 1], [i, i + 1], linewidth=1 + 2 * i, alpha=1 - 0.18 * i, color='C3')
plt.axhline(2.5, color='k', linestyle='--', linewidth=1)
plt.axvline(0.5, color='gray')
