import matplotlib.pyplot as plt
import numpy as np

x = np.arange(4)
plt.bar(x - 0.2, [3, 5, 2, 6], width=0.4, label='train')
plt.bar(x + 0.2, [2, 4, 3, 5], width=0.4, label='test')
plt.xticks(x, ['a', 'b', 'c', 'd'])
plt.legend()
