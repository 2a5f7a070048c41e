"""Optimization in two dimensions, and the small regressions that optimizers are compared by."""

from collections.abc import Callable
from typing import Any

import torch
from matplotlib import pyplot as plt
from torch import nn

from .first_edition import Animator, evaluate_loss, linreg, squared_loss
from .plotting import set_figsize
from .timing import Timer


def train_2d(trainer: Callable[..., Any], steps: int = 20, f_grad: Any = None) -> list[Any]:
    """The path of an optimizer from (-5, -2).

    Args:
        trainer: takes x1, x2, two states, and f_grad if there is one; gives the next four.
        f_grad: the gradient of the function.
    """
    x1: Any = -5
    x2: Any = -2
    s1: Any = 0
    s2: Any = 0
    results = [(x1, x2)]
    for _ in range(steps):
        more = (f_grad,) if f_grad else ()
        x1, x2, s1, s2 = trainer(x1, x2, s1, s2, *more)
        results.append((x1, x2))
    print(f'epoch {steps}, x1: {float(x1):f}, x2: {float(x2):f}')
    return results


def show_trace_2d(f: Callable[..., Any], results: Any) -> None:
    """Draws a path over the contours of a function."""
    set_figsize()
    plt.plot(*zip(*results, strict=True), '-o', color='#ff7f0e')
    x1, x2 = torch.meshgrid(torch.arange(-5.5, 1.0, 0.1), torch.arange(-3.0, 1.0, 0.1), indexing='ij')
    plt.contour(x1, x2, f(x1, x2), colors='#1f77b4')
    plt.xlabel('x1')
    plt.ylabel('x2')


def annotate(text: str, xy: Any, xytext: Any) -> None:
    """Marks a point in the current axes."""
    plt.gca().annotate(text, xy=xy, xytext=xytext, arrowprops={'arrowstyle': '->'})


def train_ch11(
    trainer_fn: Callable[..., Any],
    states: Any,
    hyperparams: dict[str, Any],
    data_iter: Any,
    feature_dim: int,
    num_epochs: int = 2,
) -> Any:
    """Trains a linear regression with an optimizer written as a function; draws the loss.

    Returns:
        The times so far at each point that was drawn, and the losses there.
    """
    w = torch.normal(mean=0.0, std=0.01, size=(feature_dim, 1), requires_grad=True)
    b = torch.zeros((1), requires_grad=True)

    def net(X: Any) -> Any:
        return linreg(X, w, b)

    def step() -> None:
        trainer_fn([w, b], states, hyperparams)

    return _train(net, squared_loss, step, lambda: None, data_iter, num_epochs, 1)


def train_concise_ch11(
    trainer_fn: Callable[..., Any], hyperparams: dict[str, Any], data_iter: Any, num_epochs: int = 4
) -> None:
    """Trains a linear regression with an optimizer of `torch.optim`; draws the loss."""
    net = nn.Sequential(nn.Linear(5, 1))

    def init_weights(module: Any) -> None:
        if type(module) is nn.Linear:
            torch.nn.init.normal_(module.weight, std=0.01)

    net.apply(init_weights)
    optimizer = trainer_fn(net.parameters(), **hyperparams)
    loss = nn.MSELoss(reduction='none')
    _train(net, loss, optimizer.step, optimizer.zero_grad, data_iter, num_epochs, 2)


def _train(
    net: Any, loss: Any, step: Any, clear: Any, data_iter: Any, num_epochs: int, scale: float
) -> Any:
    """The loop of both; `scale` divides the loss that is drawn."""
    animator = Animator(xlabel='epoch', ylabel='loss', xlim=[0, num_epochs], ylim=[0.22, 0.35])
    seen, timer = 0, Timer()
    for _ in range(num_epochs):
        for X, y in data_iter:
            clear()
            out = net(X)
            loss(out, y.reshape(out.shape)).mean().backward()
            step()
            seen += X.shape[0]
            if seen % 200 == 0:
                timer.stop()
                x = seen / X.shape[0] / len(data_iter)
                animator.add(x, (evaluate_loss(net, data_iter, loss) / scale,))
                timer.start()
    print(f'loss: {animator.Y[0][-1]:.3f}, {timer.sum() / num_epochs:.3f} sec/epoch')
    return timer.cumsum(), animator.Y[0]
