"""The two steps that train a generative adversarial network."""

from typing import Any

import torch
from torch import Tensor

__all__ = ['update_D', 'update_G']

_OFFERED_LATE_BY = 'd2l.torch'


def update_D(X: Tensor, Z: Tensor, net_D: Any, net_G: Any, loss: Any, trainer_D: Any) -> Tensor:  # noqa: N802
    """A step of the discriminator.

    Args:
        X: real examples.
        Z: what the generator makes examples of.
        net_D: the discriminator.
        net_G: the generator.
        loss: of scores and labels.
        trainer_D: the discriminator's optimizer.

    Returns:
        The mean of the losses over real and over generated examples.
    """
    labels = (X.shape[0],)
    ones, zeros = torch.ones(labels, device=X.device), torch.zeros(labels, device=X.device)
    trainer_D.zero_grad()
    real = net_D(X)
    # The generator learns nothing of this step.
    generated = net_D(net_G(Z).detach())
    total = (loss(real, ones.reshape(real.shape)) + loss(generated, zeros.reshape(generated.shape))) / 2
    total.backward()
    trainer_D.step()
    return total


def update_G(Z: Tensor, net_D: Any, net_G: Any, loss: Any, trainer_G: Any) -> Tensor:  # noqa: N802
    """A step of the generator.

    Args:
        Z: what the generator makes examples of.
        net_D: the discriminator.
        net_G: the generator.
        loss: of scores and labels.
        trainer_G: the generator's optimizer.

    Returns:
        The loss of taking generated examples for real ones.
    """
    trainer_G.zero_grad()
    scores = net_D(net_G(Z))
    total = loss(scores, torch.ones((Z.shape[0],), device=Z.device).reshape(scores.shape))
    total.backward()
    trainer_G.step()
    return total
