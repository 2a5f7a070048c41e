import matplotlib.pyplot as plt
from mpl_toolkits.mplot3d import Axes3D
import numpy as np
fig = plt.figure()
ax = fig.add_subplot(111, projection='3d')
print(type(ax).__name__, ax.name, isinstance(ax, Axes3D))
X, Y = np.meshgrid([0, 1, 2], [0, 1])
ax.plot_surface(X, Y, X * Y, cmap='viridis', rstride=1, cstride=1)
ax.plot_wireframe(X, Y, X + Y)
line, = ax.plot([0, 1], [1, 2], [3, 4], 'r', label='curve')
ax.scatter([1, 2], [3, 4], [5, 6], c='k', marker='^')
ax.set_xlabel('a'); ax.set_zlabel('height'); ax.set_zlim(0, 10); ax.view_init(30, 45)
print(ax.get_xlabel(), ax.get_zlabel(), ax.get_zlim(), line.get_color(), line.get_label(), ax.elev, ax.azim)
ax.legend(); ax.set_title('3d'); print(ax.get_title(), [t.get_text() for t in ax.get_legend().get_texts()])
fig, ax = plt.subplots(subplot_kw={'projection': '3d'}); print(type(ax).__name__)
