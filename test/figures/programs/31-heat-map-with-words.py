import matplotlib.pyplot as plt
import numpy as np

values = np.array([[0.9, 0.1, 0.3], [0.2, 0.7, 0.4], [0.5, 0.6, 0.8]])
plt.imshow(values, cmap='Blues')
for i in range(3):
    for j in range(3):
        plt.text(
            j,
            i,
            f'{values[i, j]:.1f}',
            ha='center',
            va='center',
            color='white' if values[i, j] > 0.5 else 'black',
        )
plt.xticks([0, 1, 2], ['a', 'b', 'c'])
plt.yticks([0, 1, 2], ['a', 'b', 'c'])
plt.title('Attention')
