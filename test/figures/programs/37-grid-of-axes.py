import matplotlib.pyplot as plt
import numpy as np

fig, axes = plt.subplots(2, 2, sharex=True, figsize=(7, 5))
x = np.linspace(0, 5, 51)
for ax, power in zip(axes.flat, [1, 2, 3, 0.5]):
    ax.plot(x, x**power)
    ax.set_title(f'power {power}')
fig.suptitle('Powers')
fig.tight_layout()
