import matplotlib.pyplot as plt
import numpy as np

a = [((i * 37) % 101) / 10 for i in range(300)]
b = [((i * 53) % 97) / 20 + 3 for i in range(200)]
plt.hist([a, b], bins=[0, 2, 4, 6, 8, 10], label=['a', 'b'])
plt.legend()
