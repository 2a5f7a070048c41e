import matplotlib.pyplot as plt
import numpy as np

fig, axes = plt.subplots(1, 2)
axes[0].imshow([[1, 2], [3, 4]])
axes[0].axis('off')
axes[1].imshow([[1, 2, 3], [4, 5, 6]], cmap='hot')
axes[1].set_xticks([])
axes[1].set_yticks([])
