import matplotlib.pyplot as plt
import numpy as np

x = [((i * 37) % 101) / 10 + ((i * 53) % 97) / 20 for i in range(500)]
plt.hist(x, bins=20, edgecolor='white')
plt.xlabel('value')
