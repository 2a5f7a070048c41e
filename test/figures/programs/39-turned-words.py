import matplotlib.pyplot as plt
import numpy as np

plt.plot([10, 30, 20, 50])
plt.xticks([0, 1, 2, 3], ['January', 'February', 'March', 'April'], rotation=45)
plt.tight_layout()
