import matplotlib.pyplot as plt
import numpy as np
x = [0.5, 1, 1, 2, 2.5, 3, 3, 3, 4.75, 9]
n, bins, patches = plt.hist(x)
print(n, bins, patches, len(patches), n.dtype, type(n).__name__)
print(patches[0].get_height(), patches[5].get_x(), patches[0].get_width(), patches[0])
print(plt.hist(x, bins=4, density=True)[0], plt.hist(x, bins=[0, 1, 3, 10])[0], plt.hist(x, 5, range=(0, 5))[1])
print(plt.hist(x, bins=4, cumulative=True)[0], plt.hist(x, bins=4, weights=[2] * 10)[0], plt.hist(x, 3, cumulative=-1, density=True)[0])
print(plt.hist([[1, 2, 3], [2, 2]], bins=3)[0], plt.hist([[1, 2, 3], [2, 2]], bins=3, stacked=True)[0])
print(plt.hist([[1, 2, 3], [2, 2]], bins=3, label=['a', 'b'])[2])
for rule in ('auto', 'fd', 'sturges', 'scott', 'sqrt', 'rice', 'doane'):
    print(rule, plt.hist(x, bins=rule)[1])
print(plt.hist(np.array([[1, 2], [3, 4], [5, 6]]), bins=2)[0])
n, b, p = plt.hist(x, histtype='step', color='r')
print(type(p[0]).__name__, p[0].get_edgecolor(), p[0].get_facecolor()[3])
n, b, p = plt.hist(x, 2, orientation='horizontal', rwidth=0.5, color='green', edgecolor='k', alpha=0.5)
print(p[1].get_width(), p[1].get_y(), p[1].get_height(), p[1].get_facecolor(), p[1].get_edgecolor())
print(n.sum(), np.diff(b))
h, xe, ye, im = plt.hist2d([1, 2, 2, 3], [1, 1, 2, 3], bins=2)
print(h, xe, ye, im.get_array(), type(im).__name__)
