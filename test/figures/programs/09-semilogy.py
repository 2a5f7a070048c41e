import matplotlib.pyplot as plt
import numpy as np

x = np.arange(0, 30)
plt.semilogy(x, np.exp(-0.3 * x), 'o-')
plt.xlabel('epoch')
plt.ylabel('loss')
plt.grid(True)
