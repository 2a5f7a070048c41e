import matplotlib.pyplot as plt
import numpy as np

x = np.arange(6)
for power in range(1, 5):
    plt.plot(x, power * x, marker='os^D'[power - 1], label=f'slope {power}')
plt.legend(loc='upper left', ncol=2, title='Lines')
plt.grid()
