import matplotlib.pyplot as plt
import numpy as np

names = ['apple', 'pear', 'plum', 'fig']
plt.bar(names, [5, 3, 8, 2], color=['C0', 'C1', 'C2', 'C3'], edgecolor='black')
plt.ylabel('count')
