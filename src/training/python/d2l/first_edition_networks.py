"""How the book's first edition trained and judged networks on images."""

from typing import Any

import torch
from torch import nn

from .fashion_mnist import get_fashion_mnist_labels
from .first_edition import Accumulator, Animator, accuracy
from .networks import init_cnn
from .plotting import show_images
from .timing import Timer

__all__ = ['evaluate_accuracy_gpu', 'grad_clipping', 'predict_ch3', 'train_ch6']

_OFFERED_LATE_BY = 'd2l.torch'


def evaluate_accuracy_gpu(net: Any, data_iter: Any, device: Any = None) -> float:
    """The part of right predictions; a module is set to evaluate."""
    if isinstance(net, nn.Module):
        net.eval()
    metric = Accumulator(2)
    with torch.no_grad():
        for X, y in data_iter:
            metric.add(accuracy(net(X), y), y.numel())
    return metric[0] / metric[1]


def train_ch6(net: Any, train_iter: Any, test_iter: Any, num_epochs: int, lr: float, device: Any) -> None:
    """Trains a network on images by stochastic gradient descent; draws loss and accuracies."""
    net.apply(init_cnn)
    print('training on', device)
    net.to(device)
    optimizer = torch.optim.SGD(net.parameters(), lr=lr)
    legend = ['train loss', 'train acc', 'test acc']
    animator = Animator(xlabel='epoch', xlim=[1, num_epochs], legend=legend)
    timer, batches = Timer(), len(train_iter)
    timer.times.clear()
    between = max(1, batches // 5)
    metric, loss, trained, tested = Accumulator(3), 0.0, 0.0, 0.0
    for epoch in range(num_epochs):
        metric = Accumulator(3)
        net.train()
        for number, (X, y) in enumerate(train_iter, start=1):
            timer.start()
            metric.add(*_train_batch(net, optimizer, X, y))
            timer.stop()
            loss, trained = metric[0] / metric[2], metric[1] / metric[2]
            if number % between == 0 or number == batches:
                animator.add(epoch + number / batches, (loss, trained, None))
        tested = evaluate_accuracy_gpu(net, test_iter)
        animator.add(epoch + 1, (None, None, tested))
    print(f'loss {loss:.3f}, train acc {trained:.3f}, test acc {tested:.3f}')
    print(f'{metric[2] * num_epochs / timer.sum():.1f} examples/sec on {device}')


def _train_batch(net: Any, optimizer: Any, X: torch.Tensor, y: torch.Tensor) -> tuple[float, float, int]:
    """A step; gives summed loss, right predictions and number of examples."""
    optimizer.zero_grad()
    y_hat = net(X)
    loss = nn.functional.cross_entropy(y_hat, y)
    loss.backward()
    optimizer.step()
    with torch.no_grad():
        return loss * X.shape[0], accuracy(y_hat, y), X.shape[0]


def predict_ch3(net: Any, test_iter: Any, n: int = 6) -> None:
    """Shows the first images of the first minibatch with their true and predicted labels."""
    X, y = next(iter(test_iter))
    trues = get_fashion_mnist_labels(y)
    predicted = get_fashion_mnist_labels(net(X).argmax(axis=1))
    titles = [f'{true}\n{guess}' for true, guess in zip(trues, predicted, strict=True)]
    side = X.shape[-1]
    show_images(X[0:n].reshape((n, side, side)), 1, n, titles=titles[0:n])


def grad_clipping(net: Any, theta: float) -> None:
    """Scales all gradients down to the common norm `theta` when theirs is larger.

    Args:
        net: a module, or an object with tensors in `params`.
        theta: the norm.
    """
    params: list[Any] = (
        [p for p in net.parameters() if p.requires_grad] if isinstance(net, nn.Module) else list(net.params)
    )
    norm = torch.sqrt(sum(torch.sum(p.grad**2) for p in params))
    if norm > theta:
        for param in params:
            param.grad[:] *= theta / norm
