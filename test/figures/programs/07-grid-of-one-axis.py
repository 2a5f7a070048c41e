import matplotlib.pyplot as plt
import numpy as np

plt.plot([1, 2, 4, 8, 16], 'o-')
plt.grid(True, axis='y', linestyle='--', alpha=0.7)
plt.title('Doubling')
