import matplotlib.pyplot as plt
import numpy as np

x = np.arange(5)
plt.plot(x, 1e6 + x * 10.0)
