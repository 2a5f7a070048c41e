"""What probability distributions share."""

import warnings
from collections.abc import Sequence
from typing import Any, NoReturn

from .._dtypes import Size
from .._grad_mode import no_grad
from .._handle import Handle
from .._tensor import Tensor
from . import constraints
from .utils import lazy_property

__all__ = ['Distribution']

_OFFERED_LATE_BY = 'torch.distributions'


def _of_each(meaning: str) -> Any:
    """What every distribution has to define for itself."""

    def raising(self: Any, *_: Any, **__: Any) -> NoReturn:
        raise NotImplementedError

    raising.__doc__ = meaning
    return raising


class Distribution:
    """A probability distribution, or a batch of them.

    Args:
        batch_shape: shape of the batch.
        event_shape: shape of one sample.
        validate_args: whether arguments and values are checked; None leaves it to
            `set_default_validate_args`.

    Raises:
        ValueError: when an argument does not satisfy its constraint.
    """

    has_rsample: Any = False
    has_enumerate_support: Any = False
    arg_constraints: Any = property(_of_each('What the arguments have to satisfy, by name.'))
    support: Any = property(_of_each('What the samples satisfy.'))
    mean: Any = property(_of_each('The expectation.'))
    variance: Any = property(_of_each('The variance.'))
    rsample = _of_each('Samples through which gradients reach the parameters.')
    log_prob = _of_each('The logarithm of the density, or of the probability.')
    cdf = _of_each('The distribution function.')
    icdf = _of_each('The inverse of the distribution function.')
    entropy = _of_each('The entropy, in nats.')
    enumerate_support = _of_each('All values, along a new first dimension.')

    _validate_args = True

    @staticmethod
    def set_default_validate_args(value: bool) -> None:
        """Whether distributions made from now on check arguments and values by default.

        Raises:
            ValueError: when it is neither True nor False.
        """
        if value not in (True, False):
            raise ValueError
        Distribution._validate_args = value

    def __init__(
        self,
        batch_shape: Sequence[int] = (),
        event_shape: Sequence[int] = (),
        validate_args: bool | None = None,
    ) -> None:
        self._batch_shape = Size(batch_shape)
        self._event_shape = Size(event_shape)
        if validate_args is not None:
            self._validate_args = validate_args
        if self._validate_args:
            self._check_arguments()

    def _check_arguments(self) -> None:
        try:
            checked = self.arg_constraints
        except NotImplementedError:
            warnings.warn(
                f'{type(self)} does not define `arg_constraints`. Please set `arg_constraints = {{}}` or '
                'initialize the distribution with `validate_args=False` to turn off validation.',
                stacklevel=2,
            )
            return
        for name, constraint in checked.items():
            is_lazy = isinstance(getattr(type(self), name, None), lazy_property)
            if constraints.is_dependent(constraint) or (is_lazy and name not in self.__dict__):
                continue
            value = getattr(self, name)
            if not constraint.check(value).all():
                raise ValueError(
                    f'Expected parameter {name} ({type(value).__name__} of shape {tuple(value.shape)}) of '
                    f'distribution {self!r} to satisfy the constraint {constraint!r}, but found invalid '
                    f'values:\n{value}'
                )

    @property
    def batch_shape(self) -> Size:
        """Shape of the batch."""
        return self._batch_shape

    @property
    def event_shape(self) -> Size:
        """Shape of one sample."""
        return self._event_shape

    @property
    def mode(self) -> Tensor:
        """The most probable value.

        Raises:
            NotImplementedError: where a subclass does not define it.
        """
        raise NotImplementedError(f'{type(self)} does not implement mode')

    @property
    def stddev(self) -> Tensor:
        """The standard deviation."""
        return self.variance.sqrt()

    def expand(self, batch_shape: Sequence[int], _instance: Any = None) -> Any:
        """The same distribution for a larger batch.

        Raises:
            NotImplementedError: where a subclass does not define it.
        """
        raise NotImplementedError

    def _extended_shape(self, sample_shape: Sequence[int] = ()) -> Size:
        return Size((*sample_shape, *self._batch_shape, *self._event_shape))

    def sample(self, sample_shape: Sequence[int] = ()) -> Tensor:
        """Samples of shape sample_shape + batch_shape + event_shape."""
        with no_grad():
            return self.rsample(sample_shape)

    def sample_n(self, n: int) -> Tensor:
        """n samples; PyTorch says `sample((n,))` today."""
        warnings.warn(
            '`sample_n(n)` will be deprecated. Use `sample((n,))` instead.', FutureWarning, stacklevel=2
        )
        return self.sample((n,))

    def perplexity(self) -> Tensor:
        """The exponential of the entropy."""
        return self.entropy().exp()

    def _validate_sample(self, value: Any) -> None:
        if not isinstance(value, Handle):
            raise ValueError('The value argument to log_prob must be a Tensor')
        shape: Any = value.shape
        if shape[len(shape) - len(self._event_shape) :] != self._event_shape:
            raise ValueError(
                f'The right-most size of value must match event_shape: {shape} vs {self._event_shape}.'
            )
        expected = self._batch_shape + self._event_shape
        for mine, other in zip(reversed(shape), reversed(expected), strict=False):
            if mine != other and 1 not in (mine, other):
                raise ValueError(
                    f'Value is not broadcastable with batch_shape+event_shape: {shape} vs {expected}.'
                )
        self._check_support(value)

    def _check_support(self, value: Any) -> None:
        try:
            support = self.support
        except NotImplementedError:
            warnings.warn(
                f'{type(self)} does not define `support` to enable sample validation. Please initialize '
                'the distribution with `validate_args=False` to turn off validation.',
                stacklevel=2,
            )
            return
        if not support.check(value).all():
            raise ValueError(
                f'Expected value argument ({type(value).__name__} of shape {tuple(value.shape)}) to be '
                f'within the support ({support!r}) of the distribution {self!r}, but found invalid '
                f'values:\n{value}'
            )

    def _checked(self, value: Any) -> Any:
        """The value, which was validated if values are."""
        if self._validate_args:
            self._validate_sample(value)
        return value

    def _get_checked_instance(self, cls: Any, _instance: Any = None) -> Any:
        if _instance is None and type(self).__init__ != cls.__init__:
            raise NotImplementedError(
                f'Subclass {type(self).__name__} of {cls.__name__} that defines a custom __init__ method '
                'must also define a custom .expand() method.'
            )
        return type(self).__new__(type(self)) if _instance is None else _instance

    def __repr__(self) -> str:
        named = [(name, self.__dict__[name]) for name in self.arg_constraints if name in self.__dict__]
        shown = [f'{name}: {value if value.numel() == 1 else value.size()}' for name, value in named]
        return f'{type(self).__name__}({", ".join(shown)})'
