import matplotlib.pyplot as plt
import numpy as np

fig, axes = plt.subplots(1, 3, figsize=(9, 3), sharey=True)
for ax, shift in zip(axes, [0, 1, 2]):
    ax.scatter([1, 2, 3], [shift, shift + 1, shift], s=60)
    ax.set_xlabel('x')
axes[0].set_ylabel('y')
