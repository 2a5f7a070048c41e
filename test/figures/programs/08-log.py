import matplotlib.pyplot as plt
import numpy as np

x = np.arange(1, 200)
plt.loglog(x, 1.0 / x, label='1/n')
plt.loglog(x, 1.0 / x**2, label='1/n^2')
plt.legend()
