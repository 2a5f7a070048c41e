import matplotlib.pyplot as plt
import numpy as np

x = [1, 2, 3]
plt.bar(x, [4, 2, 3], yerr=[0.5, 0.3, 0.4], capsize=4, label='first')
plt.bar(x, [1, 2, 1], bottom=[4, 2, 3], label='second')
plt.legend(loc='upper center')
