import matplotlib.pyplot as plt
import numpy as np

x = np.linspace(0, 3e-7, 30)
plt.plot(x, 4e12 * x)
plt.xlabel('wavelength')
