import matplotlib.pyplot as plt
import numpy as np

a = [((i * 37) % 101) / 10 for i in range(300)]
b = [((i * 53) % 97) / 20 + 3 for i in range(200)]
plt.hist([a, b], bins=10, range=(0, 10), stacked=True, label=['a', 'b'])
plt.legend()
