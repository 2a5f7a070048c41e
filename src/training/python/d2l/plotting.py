"""Plots of the book's kind."""

from typing import Any

from matplotlib import pyplot as plt

__all__ = ['plot', 'set_axes', 'set_figsize', 'show_images', 'use_svg_display']

_OFFERED_BY = 'd2l.torch'


def use_svg_display() -> None:
    """Has no effect: the panel draws figures sharply at every size."""


def set_figsize(figsize: Any = (3.5, 2.5)) -> None:
    """Sets the size of figures; the panel chooses its own."""
    plt.rcParams['figure.figsize'] = figsize


def set_axes(
    axes: Any, xlabel: Any, ylabel: Any, xlim: Any, ylim: Any, xscale: Any, yscale: Any, legend: Any
) -> None:
    """Sets labels, ranges, scales and legend of axes."""
    axes.set_xlabel(xlabel)
    axes.set_ylabel(ylabel)
    axes.set_xscale(xscale)
    axes.set_yscale(yscale)
    axes.set_xlim(xlim)
    axes.set_ylim(ylim)
    if legend:
        axes.legend(legend)
    axes.grid()


def _is_one_curve(values: Any) -> bool:
    if hasattr(values, 'ndim'):
        return values.ndim == 1
    return isinstance(values, list) and not hasattr(values[0], '__len__')


def plot(
    X: Any,
    Y: Any = None,
    xlabel: Any = None,
    ylabel: Any = None,
    legend: Any = (),
    xlim: Any = None,
    ylim: Any = None,
    xscale: str = 'linear',
    yscale: str = 'linear',
    fmts: Any = ('-', 'm--', 'g-.', 'r:'),
    figsize: Any = (3.5, 2.5),
    axes: Any = None,
) -> None:
    """Plots one or several curves.

    Args:
        X: abscissae, of all curves or a list with those of each; the values themselves when there is no Y.
        Y: ordinates, of one curve or a list with those of each.
        legend: names of the curves.
        fmts: matplotlib's formats, used in turn.
    """
    set_figsize(figsize)
    if axes is None:
        axes = plt.gca()
    if _is_one_curve(X):
        X = [X]
    if Y is None:
        X, Y = [[]] * len(X), X
    elif _is_one_curve(Y):
        Y = [Y]
    if len(X) != len(Y):
        X = X * len(Y)
    axes.cla()
    for position, (x, y) in enumerate(zip(X, Y, strict=False)):
        fmt = fmts[position % len(fmts)]
        if len(x):
            axes.plot(x, y, fmt)
        else:
            axes.plot(y, fmt)
    set_axes(axes, xlabel, ylabel, xlim, ylim, xscale, yscale, legend)


def show_images(imgs: Any, num_rows: int, num_cols: int, titles: Any = None, scale: float = 1.5) -> Any:
    """Draws images in a grid, one set of axes each."""
    _, axes = plt.subplots(num_rows, num_cols, figsize=(num_cols * scale, num_rows * scale))
    flat = axes.flatten() if hasattr(axes, 'flatten') else [axes]
    for position, (ax, image) in enumerate(zip(flat, imgs, strict=False)):
        ax.imshow(image.numpy() if hasattr(image, 'numpy') else image)
        if titles:
            ax.set_title(titles[position])
    return flat
