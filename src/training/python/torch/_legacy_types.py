"""The tensor types of an older PyTorch: `torch.FloatTensor(…)` and its like."""

from typing import Any

from ._construct import from_data, sequence
from ._dtypes import DTYPES, dtype
from ._handle import Handle
from ._operations import zeros

__all__ = ['legacy_tensor', 'legacy_types']


def legacy_tensor(kind: str, args: tuple[Any, ...]) -> Any:
    """`torch.FloatTensor(…)`: from data, or of a given size.

    Raises:
        TypeError: for a single number that is no size.
    """
    wanted = next(candidate for candidate in DTYPES if repr(candidate) == f'torch.{kind}')
    if not args:
        return from_data([], wanted, False)
    if len(args) == 1 and isinstance(args[0], Handle):
        return args[0].detach()
    if len(args) == 1 and not isinstance(args[0], int):
        data = args[0]
        if isinstance(data, (float, complex)):
            raise TypeError(f'new(): data must be a sequence (got {type(data).__name__})')
        as_own = getattr(data, '_as_tensor', None)
        return as_own().to(wanted) if as_own is not None else from_data(list(sequence(data)), wanted, False)
    return zeros(args, dtype=wanted)


class _LegacyType(type):
    _dtype: dtype

    def __call__(cls, *args: Any) -> Any:
        return legacy_tensor(repr(cls._dtype).removeprefix('torch.'), args)

    def __instancecheck__(cls, instance: Any) -> bool:
        return isinstance(instance, Handle) and instance.dtype is cls._dtype


def legacy_types() -> dict[str, type]:
    """`FloatTensor`, `LongTensor` and so on, by name."""
    return {
        f'{kind.legacy_name}Tensor': _LegacyType(
            f'{kind.legacy_name}Tensor', (), {'_dtype': kind, '__module__': 'torch'}
        )
        for kind in DTYPES
    }
