import matplotlib.pyplot as plt
import numpy as np

fig, ax = plt.subplots()
t = np.linspace(0, 2 * np.pi, 101)
ax.plot(np.cos(t), 2 * np.sin(t))
ax.set_aspect('equal')
ax.set_title(r'$x^2 + \frac{y^2}{4} = 1$')
