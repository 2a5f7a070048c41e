import matplotlib.pyplot as plt
import numpy as np

fig, ax = plt.subplots(figsize=(5, 3))
ax.plot([-2, -1, 0, 1, 2], [4, 1, 0, 1, 4])
ax.spines['top'].set_visible(False)
ax.spines['right'].set_visible(False)
ax.set_facecolor('#eeeeee')
