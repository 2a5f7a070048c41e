"""What the chapter on optimization draws and trains."""

from collections.abc import Callable
from typing import Any

import numpy as np
import torch
from matplotlib import pyplot as plt
from torch import nn

from .data_files import download
from .first_edition import Animator, evaluate_loss, linreg, load_array, squared_loss
from .plotting import set_figsize
from .timing import Timer

__all__ = ['annotate', 'get_data_ch11', 'show_trace_2d', 'train_2d', 'train_ch11', 'train_concise_ch11']

_OFFERED_LATE_BY = 'd2l.torch'

EXAMPLES_PER_POINT = 200


def annotate(text: str, xy: Any, xytext: Any) -> None:
    """Marks the point `xy` of the current axes with a text."""
    plt.gca().annotate(text, xy=xy, xytext=xytext, arrowprops={'arrowstyle': '->'})


def train_2d(trainer: Callable[..., Any], steps: int = 20, f_grad: Any = None) -> list[Any]:
    """Follows an optimizer over a function of two variables, from (-5, -2).

    Args:
        trainer: gives the next (x1, x2, s1, s2) from the present one; s1 and s2 are its state, 0 at first.
        steps: how many.
        f_grad: a further argument of `trainer`: the function's gradient.

    Returns:
        All positions (x1, x2), the first one included.
    """
    further = (f_grad,) if f_grad else ()
    state: Any = (-5, -2, 0, 0)
    positions: list[Any] = [state[:2]]
    for _ in range(steps):
        state = trainer(*state, *further)
        positions.append(tuple(state[:2]))
    x1, x2 = positions[-1]
    print(f'epoch {steps}, x1: {float(x1):f}, x2: {float(x2):f}')
    return positions


def show_trace_2d(f: Callable[[Any, Any], Any], results: Any) -> None:
    """Draws positions over lines of equal height of the function `f(x1, x2)`."""
    set_figsize()
    plt.plot(*zip(*results, strict=True), '-o', color='#ff7f0e')
    first, second = torch.arange(-5.5, 1.0, 0.1), torch.arange(-3.0, 1.0, 0.1)
    x1, x2 = torch.meshgrid(first, second, indexing='ij')
    plt.contour(x1, x2, f(x1, x2), colors='#1f77b4')
    plt.xlabel('x1')
    plt.ylabel('x2')


def get_data_ch11(batch_size: int = 10, n: int = 1500) -> tuple[Any, int]:
    """NASA's measurements of aerofoil noise, standardised.

    Returns:
        A DataLoader over the first `n` rows (5 features and the noise), and the number of features.
    """
    table = np.genfromtxt(download('airfoil'), dtype=np.float32, delimiter='\t')
    rows = torch.from_numpy((table - table.mean(axis=0)) / table.std(axis=0))
    loader = load_array((rows[:n, :-1], rows[:n, -1]), batch_size, is_train=True)
    return loader, rows.shape[1] - 1


class _Progress:
    """The loss of all data after every so many examples, drawn; the time of drawing does not count."""

    def __init__(self, data_iter: Any, num_epochs: int, measure: Callable[[], float]) -> None:
        self.animator = Animator(xlabel='epoch', ylabel='loss', xlim=[0, num_epochs], ylim=[0.22, 0.35])
        self.timer = Timer()
        self._batches = len(data_iter)
        self._num_epochs = num_epochs
        self._measure = measure
        self._examples = 0

    def add(self, X: torch.Tensor) -> None:
        """Counts a minibatch."""
        self._examples += X.shape[0]
        if self._examples % EXAMPLES_PER_POINT == 0:
            self.timer.stop()
            self.animator.add(self._examples / X.shape[0] / self._batches, (self._measure(),))
            self.timer.start()

    def report(self) -> None:
        """Prints the last loss and the seconds of an epoch."""
        seconds = self.timer.sum() / self._num_epochs
        print(f'loss: {self.animator.Y[0][-1]:.3f}, {seconds:.3f} sec/epoch')


def train_ch11(
    trainer_fn: Callable[..., Any],
    states: Any,
    hyperparams: Any,
    data_iter: Any,
    feature_dim: int,
    num_epochs: int = 2,
) -> tuple[list[float], list[float]]:
    """Trains linear regression with an optimizer `trainer_fn(params, states, hyperparams)`.

    Returns:
        The times, in seconds, and the losses of the curve.
    """
    w = torch.normal(mean=0.0, std=0.01, size=(feature_dim, 1), requires_grad=True)
    b = torch.zeros((1), requires_grad=True)

    def net(X: torch.Tensor) -> Any:
        return linreg(X, w, b)

    progress = _Progress(data_iter, num_epochs, lambda: evaluate_loss(net, data_iter, squared_loss))
    for _ in range(num_epochs):
        for X, y in data_iter:
            loss = squared_loss(net(X), y).mean()
            loss.backward()
            trainer_fn([w, b], states, hyperparams)
            progress.add(X)
    progress.report()
    return progress.timer.cumsum(), progress.animator.Y[0]


def train_concise_ch11(
    trainer_fn: Callable[..., Any], hyperparams: Any, data_iter: Any, num_epochs: int = 4
) -> None:
    """Trains linear regression of 5 features with an optimizer of `torch.optim`."""
    net = nn.Sequential(nn.Linear(5, 1))
    net.apply(_small_weights)
    optimizer = trainer_fn(net.parameters(), **hyperparams)
    loss = nn.MSELoss(reduction='none')
    progress = _Progress(data_iter, num_epochs, lambda: evaluate_loss(net, data_iter, loss) / 2)
    for _ in range(num_epochs):
        for X, y in data_iter:
            optimizer.zero_grad()
            out = net(X)
            loss(out, y.reshape(out.shape)).mean().backward()
            optimizer.step()
            progress.add(X)
    progress.report()


def _small_weights(module: Any) -> None:
    if type(module) is nn.Linear:
        torch.nn.init.normal_(module.weight, std=0.01)
