import matplotlib.pyplot as plt
import numpy as np

x = np.linspace(-50, 50, 201)
plt.plot(x, x**3)
plt.yscale('symlog')
