import matplotlib.pyplot as plt
import numpy as np

groups = [[((i * 37 * k) % 101) / 10 for i in range(60)] for k in (1, 3, 7)]
plt.boxplot(groups + [[1, 2, 3, 4, 20]])
