import matplotlib
import matplotlib.pyplot as plt
from matplotlib import cm, colors
import numpy as np
for name in ('viridis', 'plasma', 'magma', 'inferno', 'cividis', 'turbo', 'twilight', 'gray', 'jet', 'hot', 'cool', 'coolwarm', 'bwr', 'seismic', 'RdBu', 'Blues', 'YlOrRd', 'Spectral', 'tab10', 'Set1', 'rainbow', 'hsv', 'terrain', 'ocean', 'gnuplot', 'gnuplot2', 'cubehelix', 'copper', 'bone', 'pink', 'spring', 'binary', 'RdYlGn_r', 'gist_earth', 'nipy_spectral', 'brg', 'Wistia', 'flag', 'prism', 'CMRmap', 'gist_stern', 'afmhot', 'gist_heat', 'gist_rainbow', 'gist_ncar', 'viridis_r', 'Pastel1', 'tab20c', 'twilight_shifted', 'winter'):
    map_ = plt.get_cmap(name)
    print(name, map_.N, [tuple(round(float(v), 6) for v in map_(x)) for x in (0.0, 0.3, 0.5, 1.0)])
print(plt.cm.viridis(0.5)[:2], cm.viridis(128), plt.cm.Blues(0.25), matplotlib.colormaps['jet'](1.0))
print(cm.viridis([0.0, 0.5, 1.0]), cm.viridis(np.array([[0, 255], [10, 20]])).shape, cm.viridis(0.5, alpha=0.3), cm.viridis(0.5, bytes=True))
print(cm.viridis(-1.0), cm.viridis(2.0), cm.viridis(float('nan')), plt.get_cmap('viridis', 5)(range(5)))
print(plt.get_cmap('tab10').colors[:2], plt.get_cmap('Blues', 3)(np.arange(3)), plt.get_cmap('viridis').name, plt.get_cmap().name)
own = colors.ListedColormap(['red', '#00ff00', (0, 0, 1)])
print(own(0), own(0.5), own(0.99), own.N, own.colors)
mixed = colors.LinearSegmentedColormap.from_list('mine', ['white', 'red'], N=5)
print(mixed(range(5)), mixed.name, colors.LinearSegmentedColormap.from_list('m', [(0, 'k'), (0.2, 'r'), (1, 'w')])(0.1))
print(mixed.reversed()(0.0), own.reversed().colors, len(plt.colormaps()), plt.colormaps()[:3], 'viridis' in plt.colormaps())
over = plt.get_cmap('gray').copy(); over.set_over('r'); over.set_under('b'); over.set_bad('g')
print(over(1.5), over(-0.5), over(float('nan')))
plt.get_cmap('nope')
