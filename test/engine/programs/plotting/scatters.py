import matplotlib.pyplot as plt
import numpy as np
fig, ax = plt.subplots()
points = ax.scatter([1, 2, 3], [4, 5, 6], c=[0.1, 0.5, 0.9], s=[10, 20, 30], cmap='plasma', label='p')
print(np.asarray(points.get_offsets()), np.asarray(points.get_array()), points.get_sizes(), points.get_cmap().name, points.get_clim(), points.get_label())
print(points.norm.vmin, points.norm.vmax, points.to_rgba(0.5), type(points).__name__, len(ax.collections), ax.collections[0] is points)
plain = ax.scatter([1], [2])
print(plain.get_facecolor(), plain.get_sizes(), plain.get_edgecolor(), plain.get_alpha())
print(ax.scatter([1, 2], [1, 2], color='red', alpha=0.5, marker='x').get_facecolor(), ax.scatter([1, 2], [1, 2], c=['r', 'b']).get_facecolor(), ax.scatter([1], [1], c='none', edgecolors='k').get_edgecolor())
points.set_offsets([[0, 0], [1, 1], [2, 2]]); points.set_array(np.array([1.0, 2.0, 3.0])); points.set_sizes([5]); points.set_clim(0, 4); points.set_cmap('gray')
print(np.asarray(points.get_offsets()), points.get_sizes(), points.get_clim(), points.get_cmap().name)
handles, labels = points.legend_elements()
print(len(handles), labels)
ax.scatter([1, 2], [1, 2, 3])
