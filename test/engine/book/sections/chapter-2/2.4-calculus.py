# %%
import numpy as np
from matplotlib_inline import backend_inline
from d2l import torch as d2l


def f(x):
    return 3 * x**2 - 4 * x


# %%
for h in 10.0 ** np.arange(-1, -6, -1):
    print(f'h={h:.5f}, numerical limit={(f(1 + h) - f(1)) / h:.5f}')


# %%
def use_svg_display():
    backend_inline.set_matplotlib_formats('svg')


def set_figsize(figsize=(3.5, 2.5)):
    use_svg_display()
    d2l.plt.rcParams['figure.figsize'] = figsize


set_figsize()
d2l.plt.rcParams['figure.figsize']


# %%
def set_axes(axes, xlabel, ylabel, xlim, ylim, xscale, yscale, legend):
    axes.set_xlabel(xlabel), axes.set_ylabel(ylabel)
    axes.set_xscale(xscale), axes.set_yscale(yscale)
    axes.set_xlim(xlim), axes.set_ylim(ylim)
    if legend:
        axes.legend(legend)
    axes.grid()


axes = d2l.plt.gca()
axes.plot([0, 1, 2], [0, 1, 4])
set_axes(axes, 'x', 'y', [0, 2], [0, 4], 'linear', 'linear', ['square'])
axes.get_xlabel(), axes.get_ylim()

# %%
x = np.arange(0, 3, 0.1)
d2l.plot(x, [f(x), 2 * x - 3], 'x', 'f(x)', legend=['f(x)', 'Tangent line (x=1)'])

# %%
x = np.arange(0.5, 3, 0.2)
d2l.plot(x, [x**3 - 1 / x, 4 * x - 4], 'x', 'f(x)', legend=['f', 'tangent'])
