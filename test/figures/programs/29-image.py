import matplotlib.pyplot as plt
import numpy as np

x = np.linspace(-1, 1, 20)
X, Y = np.meshgrid(x, x)
plt.imshow(X * Y, cmap='gray')
plt.colorbar()
