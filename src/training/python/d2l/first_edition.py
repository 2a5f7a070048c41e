"""Helpers of the book's first edition, which many learners' programs still use."""

from collections.abc import Callable
from typing import Any

import _engine
import torch
from torch import nn
from torch.utils import data

__all__ = [
    'Accumulator',
    'Animator',
    'accuracy',
    'evaluate_accuracy',
    'evaluate_loss',
    'get_dataloader_workers',
    'linreg',
    'load_array',
    'sgd',
    'squared_loss',
    'synthetic_data',
    'train_ch3',
    'train_epoch_ch3',
]

_OFFERED_BY = 'd2l.torch'


def synthetic_data(w: torch.Tensor, b: torch.Tensor | float, num_examples: int) -> tuple[Any, Any]:
    """Features (num_examples, len(w)) and labels y = X w + b + noise (num_examples, 1)."""
    X = torch.normal(0, 1, (num_examples, len(w)))
    y = torch.matmul(X, w) + b
    y += torch.normal(0, 0.01, y.shape)
    return X, y.reshape((-1, 1))


def load_array(data_arrays: Any, batch_size: int, is_train: bool = True) -> Any:
    """A DataLoader over the rows of several tensors."""
    return data.DataLoader(data.TensorDataset(*data_arrays), batch_size, shuffle=is_train)


def linreg(X: torch.Tensor, w: torch.Tensor, b: torch.Tensor | float) -> torch.Tensor:
    """The linear model X w + b."""
    return torch.matmul(X, w) + b


def squared_loss(y_hat: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
    """Half the squared error of each row."""
    return (y_hat - y.reshape(y_hat.shape)) ** 2 / 2


def sgd(params: Any, lr: float, batch_size: int) -> None:
    """A step against the gradients, which are then set to zero."""
    with torch.no_grad():
        for param in params:
            param -= lr * param.grad / batch_size
            param.grad.zero_()


def get_dataloader_workers() -> int:
    """4; it has no effect here."""
    return 4


class Accumulator:
    """Sums of several quantities.

    Args:
        n: how many.
    """

    def __init__(self, n: int) -> None:
        self.data = [0.0] * n

    def add(self, *args: Any) -> None:
        """Adds to each sum."""
        self.data = [total + float(value) for total, value in zip(self.data, args, strict=False)]

    def reset(self) -> None:
        """Starts over."""
        self.data = [0.0] * len(self.data)

    def __getitem__(self, index: Any) -> Any:
        return self.data[index]


class Animator:
    """Draws curves into the panel while they grow.

    Args:
        legend: names of the curves; the other arguments choose what the panel chooses itself.
    """

    def __init__(
        self,
        xlabel: Any = None,
        ylabel: Any = None,
        legend: Any = None,
        xlim: Any = None,
        ylim: Any = None,
        xscale: str = 'linear',
        yscale: str = 'linear',
        fmts: Any = ('-', 'm--', 'g-.', 'r:'),
        nrows: int = 1,
        ncols: int = 1,
        figsize: Any = (3.5, 2.5),
    ) -> None:
        self.legend = [] if legend is None else list(legend)
        self.ylabel = ylabel
        self._figure_size = nrows, ncols, figsize
        self._labels = xlabel, ylabel, xlim, ylim, xscale, yscale
        self._formats = fmts
        self._figure: Any = None
        self.X: Any = None
        self.Y: Any = None

    def add(self, x: Any, y: Any) -> None:
        """Adds a point to each curve; None leaves one out."""
        ys = list(y) if hasattr(y, '__len__') else [y]
        xs = list(x) if hasattr(x, '__len__') else [x] * len(ys)
        if self.X is None:
            self.X = [[] for _ in ys]
            self.Y = [[] for _ in ys]
        for position, (a, b) in enumerate(zip(xs, ys, strict=True)):
            if a is None or b is None:
                continue
            self.X[position].append(a)
            self.Y[position].append(b)
            _engine.point(self._label(position), float(a), float(b))
        if self._figure is not None:
            self._redraw()

    @property
    def fig(self) -> Any:
        """A figure of the curves, from when a program first asks for it; the panel has them in any case."""
        return self._drawn()[0]

    @property
    def axes(self) -> list[Any]:
        """The axes of `fig`, the curves' first."""
        return self._drawn()[1]

    def _drawn(self) -> tuple[Any, list[Any]]:
        if self._figure is None:
            from matplotlib import pyplot as plt

            rows, columns, size = self._figure_size
            figure, axes = plt.subplots(rows, columns, figsize=size)
            self._figure = figure, [axes] if rows * columns == 1 else axes
            self._redraw()
        return self._figure

    def _redraw(self) -> None:
        from .plotting import set_axes

        axes = self._figure[1][0]
        axes.cla()
        for x, y, form in zip(self.X or (), self.Y or (), self._formats, strict=False):
            axes.plot(x, y, form)
        set_axes(axes, *self._labels, self.legend)

    def _label(self, position: int) -> str:
        if position < len(self.legend):
            return self.legend[position]
        name = self.ylabel or 'curve'
        return name if position == 0 else f'{name} {position + 1}'


def accuracy(y_hat: torch.Tensor, y: torch.Tensor) -> float:
    """The number of right predictions."""
    if len(y_hat.shape) > 1 and y_hat.shape[1] > 1:
        y_hat = y_hat.argmax(axis=1)
    return float((y_hat.type(y.dtype) == y).type(y.dtype).sum())


def evaluate_accuracy(net: Any, data_iter: Any) -> float:
    """The part of right predictions."""
    if isinstance(net, nn.Module):
        net.eval()
    metric = Accumulator(2)
    with torch.no_grad():
        for X, y in data_iter:
            metric.add(accuracy(net(X), y), y.numel())
    return metric[0] / metric[1]


def evaluate_loss(net: Any, data_iter: Any, loss: Callable[..., Any]) -> float:
    """The mean loss."""
    metric = Accumulator(2)
    for X, y in data_iter:
        out = net(X)
        y = y.reshape(out.shape)
        value = loss(out, y)
        metric.add(value.sum(), value.numel())
    return metric[0] / metric[1]


def train_epoch_ch3(net: Any, train_iter: Any, loss: Any, updater: Any) -> tuple[float, float]:
    """One pass over the data; gives the mean loss and the part of right predictions."""
    if isinstance(net, nn.Module):
        net.train()
    metric = Accumulator(3)
    for X, y in train_iter:
        y_hat = net(X)
        value = loss(y_hat, y)
        if isinstance(updater, torch.optim.Optimizer):
            updater.zero_grad()
            value.mean().backward()
            updater.step()
        else:
            value.sum().backward()
            updater(X.shape[0])
        metric.add(float(value.sum()), accuracy(y_hat, y), y.numel())
    return metric[0] / metric[2], metric[1] / metric[2]


def train_ch3(net: Any, train_iter: Any, test_iter: Any, loss: Any, num_epochs: int, updater: Any) -> None:
    """Trains a classifier; draws loss and accuracies."""
    animator = Animator(xlabel='epoch', xlim=[1, num_epochs], legend=['train loss', 'train acc', 'test acc'])
    for epoch in range(num_epochs):
        trained = train_epoch_ch3(net, train_iter, loss, updater)
        animator.add(epoch + 1, (*trained, evaluate_accuracy(net, test_iter)))
