import matplotlib.pyplot as plt
import numpy as np

x = np.linspace(-1, 1, 12)
X, Y = np.meshgrid(x, x)
plt.imshow(
    X + Y**2,
    extent=(-1, 1, 0, 4),
    origin='lower',
    aspect='auto',
    interpolation='bilinear',
    vmin=-0.5,
    vmax=1.5,
)
plt.xlabel('u')
plt.ylabel('v')
