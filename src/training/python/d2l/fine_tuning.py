"""Training on devices that may be several, as the book's chapter on computer vision does."""

from typing import Any

from torch import Tensor, nn

from .devices import try_all_gpus
from .first_edition import Accumulator, Animator, accuracy
from .first_edition_networks import evaluate_accuracy_gpu
from .timing import Timer

__all__ = ['split_batch', 'train_batch_ch13', 'train_ch13']

_OFFERED_LATE_BY = 'd2l.torch'


def split_batch(X: Tensor, y: Tensor, devices: Any) -> tuple[Any, Any]:
    """A minibatch shared out among devices.

    Raises:
        AssertionError: when there are not as many examples as labels.
    """
    assert X.shape[0] == y.shape[0]
    return nn.parallel.scatter(X, devices), nn.parallel.scatter(y, devices)


def train_batch_ch13(
    net: Any, X: Any, y: Tensor, loss: Any, trainer: Any, devices: Any
) -> tuple[Tensor, Any]:
    """A step.

    Args:
        net: the network.
        X: inputs; a list of them where the network takes several.
        y: the right classes.
        loss: of each example.
        trainer: the optimizer.
        devices: the first is used.

    Returns:
        The summed loss, and the number of right predictions.
    """
    device = devices[0]
    inputs = [part.to(device) for part in X] if isinstance(X, list) else X.to(device)
    y = y.to(device)
    net.train()
    trainer.zero_grad()
    scores = net(inputs)
    losses = loss(scores, y)
    losses.sum().backward()
    trainer.step()
    return losses.sum(), accuracy(scores, y)


def train_ch13(
    net: Any, train_iter: Any, test_iter: Any, loss: Any, trainer: Any, num_epochs: int, devices: Any = None
) -> None:
    """Trains a network; draws loss and accuracies.

    Args:
        net: the network.
        train_iter: minibatches to train with.
        test_iter: minibatches to test with.
        loss: of each example.
        trainer: the optimizer.
        num_epochs: how many epochs.
        devices: all that there are when absent.
    """
    devices = try_all_gpus() if devices is None else devices
    timer, batches = Timer(), len(train_iter)
    legend = ['train loss', 'train acc', 'test acc']
    animator = Animator(xlabel='epoch', xlim=[1, num_epochs], ylim=[0, 1], legend=legend)
    net = nn.DataParallel(net, device_ids=devices).to(devices[0])
    metric, tested = Accumulator(4), 0.0
    for epoch in range(num_epochs):
        # Summed loss, right predictions, examples, predictions.
        metric = Accumulator(4)
        for number, (features, labels) in enumerate(train_iter, start=1):
            timer.start()
            loss_sum, right = train_batch_ch13(net, features, labels, loss, trainer, devices)
            metric.add(loss_sum, right, labels.shape[0], labels.numel())
            timer.stop()
            if number % (batches // 5) == 0 or number == batches:
                values = (metric[0] / metric[2], metric[1] / metric[3], None)
                animator.add(epoch + number / batches, values)
        tested = evaluate_accuracy_gpu(net, test_iter)
        animator.add(epoch + 1, (None, None, tested))
    print(f'loss {metric[0] / metric[2]:.3f}, train acc {metric[1] / metric[3]:.3f}, test acc {tested:.3f}')
    print(f'{metric[2] * num_epochs / timer.sum():.1f} examples/sec on {devices}')
