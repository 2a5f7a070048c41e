"""What probability distributions share."""

from collections.abc import Sequence
from typing import Any

from .. import _operations
from .._construct import tensor
from .._dtypes import Size, get_default_dtype
from .._grad_mode import no_grad
from .._handle import Handle
from .._tensor import Tensor

__all__ = ['Distribution']

_OFFERED_BY = 'torch.distributions'


def as_parameters(*values: Any) -> tuple[Any, ...]:
    """Numbers and tensors as tensors of one shape."""
    made = [
        value if isinstance(value, Handle) else tensor(value, dtype=get_default_dtype()) for value in values
    ]
    return tuple(_operations.broadcast_tensors(*made)) if len(made) > 1 else tuple(made)


class Distribution:
    """A probability distribution, or a batch of them.

    Args:
        batch_shape: shape of the batch.
        event_shape: shape of one sample.
    """

    def __init__(self, batch_shape: Sequence[int] = (), event_shape: Sequence[int] = ()) -> None:
        self._batch_shape = Size(batch_shape)
        self._event_shape = Size(event_shape)

    @property
    def batch_shape(self) -> Size:
        """Shape of the batch."""
        return self._batch_shape

    @property
    def event_shape(self) -> Size:
        """Shape of one sample."""
        return self._event_shape

    @property
    def mean(self) -> Tensor:
        """The expectation.

        Raises:
            NotImplementedError: of the base class; every subclass defines its own.
        """
        raise NotImplementedError

    @property
    def variance(self) -> Tensor:
        """The variance.

        Raises:
            NotImplementedError: of the base class; every subclass defines its own.
        """
        raise NotImplementedError

    @property
    def stddev(self) -> Tensor:
        """The standard deviation."""
        return self.variance.sqrt()

    def _extended(self, sample_shape: Sequence[int]) -> Size:
        return Size((*sample_shape, *self._batch_shape, *self._event_shape))

    def rsample(self, sample_shape: Sequence[int] = ()) -> Tensor:
        """Samples through which gradients reach the parameters.

        Raises:
            NotImplementedError: of the base class; every subclass defines its own.
        """
        raise NotImplementedError

    def sample(self, sample_shape: Sequence[int] = ()) -> Tensor:
        """Samples of shape sample_shape + batch_shape + event_shape."""
        with no_grad():
            return self.rsample(sample_shape)

    def log_prob(self, value: Tensor) -> Tensor:
        """The logarithm of the density, or of the probability.

        Raises:
            NotImplementedError: of the base class; every subclass defines its own.
        """
        raise NotImplementedError

    def entropy(self) -> Tensor:
        """The entropy, in nats.

        Raises:
            NotImplementedError: of the base class; every subclass defines its own.
        """
        raise NotImplementedError

    def __repr__(self) -> str:
        names = getattr(self, '_shown', ())
        shown = []
        for name in names:
            value = getattr(self, name)
            shown.append(f'{name}: {value if value.numel() == 1 else value.size()}')
        return f'{type(self).__name__}({", ".join(shown)})'


class LocationScale(Distribution):
    """A distribution that is a standard one moved by `loc` and stretched by `scale`."""

    _shown = ('loc', 'scale')

    def __init__(self, loc: Tensor | float, scale: Tensor | float, validate_args: bool | None = None) -> None:
        self.loc, self.scale = as_parameters(loc, scale)
        super().__init__(self.loc.shape)
