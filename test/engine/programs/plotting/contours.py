import matplotlib.pyplot as plt
import numpy as np
X, Y = np.meshgrid(np.linspace(-2, 2, 9), np.linspace(-1, 1, 5))
Z = X ** 2 + 3 * Y ** 2
for make in (plt.contour, plt.contourf):
    print(make(X, Y, Z).levels, make(Z).levels, make(X, Y, Z, 4).levels, make(X, Y, Z, [1, 2, 5]).levels, make(X, Y, Z, levels=12).levels)
    print(make(X, Y, Z * 1e-4).levels, make(X, Y, -Z * 100).levels, make(X, Y, Z, extend='both').levels)
cs = plt.contour(X, Y, Z, levels=[1.0, 2.0], colors='k')
print(cs.levels, cs.get_clim() if False else '', len(cs.allsegs), plt.gca().get_xlim(), plt.gca().get_ylim(), cs.zmin, cs.zmax)
filled = plt.contourf(X, Y, Z, cmap='magma')
print(filled.get_clim(), filled.cmap.name, filled.filled, filled.layers)
texts = plt.clabel(cs, fmt='%.1f')
print(len(texts) > 0, texts[0].get_text())
plt.contour(X, Y, Z[:2])
