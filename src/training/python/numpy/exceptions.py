"""Errors and warnings of numpy's own."""

__all__ = ['AxisError', 'RankWarning', 'VisibleDeprecationWarning']

_OFFERED_BY = 'numpy'


class AxisError(ValueError, IndexError):
    """A dimension that an array has not.

    Args:
        axis: the dimension.
        ndim: how many there are.
    """

    def __init__(self, axis: int, ndim: int) -> None:
        super().__init__(f'axis {axis} is out of bounds for array of dimension {ndim}')
        self.axis = axis
        self.ndim = ndim


class UFuncTypeError(TypeError):
    """Operands, or a result, of dtypes that a universal function does not go together with."""


class VisibleDeprecationWarning(UserWarning):
    """Told of what numpy will no longer do."""


class RankWarning(UserWarning):
    """Told where the columns of least squares depend on each other."""


for _kind in (AxisError, RankWarning, VisibleDeprecationWarning):
    _kind.__module__ = 'numpy'
UFuncTypeError.__module__ = 'numpy.core._exceptions'
