import numpy as np
from matplotlib_inline import backend_inline

from d2l import torch as d2l


def draw(X, Y, title):
    backend_inline.set_matplotlib_formats('svg')
    d2l.plt.rcParams['figure.figsize'] = (4, 3)
    axes = d2l.plt.gca()
    axes.cla()
    axes.plot(X, Y, '-')
    d2l.set_axes(axes, 'x', title, None, None, 'linear', 'log', ['line'])


X = np.arange(1, 4, 0.5)
draw(X, X**3 - 1 / X + 1, 'y')
print(len(X), hasattr(X, 'ndim'), X.ndim, hasattr([1], 'ndim'))
