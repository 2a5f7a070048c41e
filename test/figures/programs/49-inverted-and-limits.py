import matplotlib.pyplot as plt
import numpy as np

plt.plot([1, 2, 3], [0.001, 0.002, 0.004], 'o')
plt.ylim(0.005, 0)
plt.xlim(left=0)
