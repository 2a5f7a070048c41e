"""From numbers of the data to numbers from 0 to 1."""

import math
from bisect import bisect_right
from typing import Any

from .values import as_list, numbers, plain, shape

__all__ = [
    'BoundaryNorm',
    'CenteredNorm',
    'LogNorm',
    'NoNorm',
    'Normalize',
    'PowerNorm',
    'SymLogNorm',
    'TwoSlopeNorm',
]

_OFFERED_LATE_BY = 'matplotlib.colors'


class Normalize:
    """Linear: `vmin` becomes 0, `vmax` becomes 1.

    Args:
        vmin, vmax: the ends; those of the first data that come unless given.
        clip: whether what is beyond them counts as at the end.
    """

    def __init__(self, vmin: Any = None, vmax: Any = None, clip: bool = False) -> None:
        self.vmin = None if vmin is None else _number(vmin)
        self.vmax = None if vmax is None else _number(vmax)
        self.clip = clip

    def autoscale(self, A: Any) -> None:
        """Takes the ends from data."""
        self.vmin = self.vmax = None
        self.autoscale_None(A)

    def autoscale_None(self, A: Any) -> None:  # noqa: N802 - matplotlib's name
        """Takes from data the ends that are not set."""
        found = self._usable(plain(A))
        if self.vmin is None and found:
            self.vmin = min(found)
        if self.vmax is None and found:
            self.vmax = max(found)

    def _usable(self, values: list[float]) -> list[float]:
        return [value for value in values if value is not None and not math.isnan(value)]

    def scaled(self) -> bool:
        """Whether both ends are set."""
        return self.vmin is not None and self.vmax is not None

    def __call__(self, value: Any, clip: bool | None = None) -> Any:
        if not self.scaled():
            self.autoscale_None(numbers(value))
        if self.vmin is None or self.vmax is None:
            return value
        self._check()
        clipped = self.clip if clip is None else clip
        return _applied(value, lambda x: self._one(_within(x, self.vmin, self.vmax) if clipped else x))

    def _check(self) -> None:
        if self.vmin > self.vmax:  # type: ignore[operator]
            raise ValueError('minvalue must be less than or equal to maxvalue')

    def _forward(self, x: float) -> float:
        return x

    def _backward(self, x: float) -> float:
        return x

    def _one(self, x: float) -> float:
        if self.vmin == self.vmax:
            return 0.0
        low, high = self._forward(self.vmin), self._forward(self.vmax)  # type: ignore[arg-type]
        return (self._forward(x) - low) / (high - low)

    def inverse(self, value: Any) -> Any:
        """The number of the data for one from 0 to 1.

        Raises:
            ValueError: while vmin or vmax is not known.
        """
        if not self.scaled():
            raise ValueError('Not invertible until both vmin and vmax are set')
        low, high = self._forward(self.vmin), self._forward(self.vmax)  # type: ignore[arg-type]
        return _applied(value, lambda x: self._backward(low + x * (high - low)))


class NoNorm(Normalize):
    """Leaves numbers as they are."""

    def __call__(self, value: Any, clip: bool | None = None) -> Any:
        return value

    def inverse(self, value: Any) -> Any:
        return value


class LogNorm(Normalize):
    """Logarithmic; what is not above zero has no place."""

    def _usable(self, values: list[float]) -> list[float]:
        return [value for value in values if value > 0]

    def _check(self) -> None:
        super()._check()
        if self.vmin <= 0:  # type: ignore[operator]
            raise ValueError('Invalid vmin or vmax')

    def _forward(self, x: float) -> float:
        return math.log10(x) if x > 0 else math.nan

    def _backward(self, x: float) -> float:
        return 10.0**x


class SymLogNorm(Normalize):
    """Logarithmic on both sides of zero, linear within `linthresh`."""

    def __init__(
        self,
        linthresh: float,
        linscale: float = 1.0,
        vmin: Any = None,
        vmax: Any = None,
        clip: bool = False,
        *,
        base: float = 10,
    ) -> None:
        super().__init__(vmin, vmax, clip)
        from .scale import SymmetricalLogTransform

        self.linthresh = linthresh
        self._transform = SymmetricalLogTransform(base, linthresh, linscale)

    def _forward(self, x: float) -> float:
        return self._transform.forward(x)

    def _backward(self, x: float) -> float:
        return self._transform.backward(x)


class PowerNorm(Normalize):
    """A power of the linear number."""

    def __init__(self, gamma: float, vmin: Any = None, vmax: Any = None, clip: bool = False) -> None:
        super().__init__(vmin, vmax, clip)
        self.gamma = gamma

    def _one(self, x: float) -> float:
        linear = super()._one(x)
        return linear**self.gamma if linear > 0 else linear

    def inverse(self, value: Any) -> Any:
        low, high = self.vmin or 0.0, self.vmax or 1.0
        return _applied(value, lambda x: low + x ** (1 / self.gamma) * (high - low))


class TwoSlopeNorm(Normalize):
    """Linear on either side of a middle that becomes one half.

    Raises:
        ValueError: unless vmin < vcenter < vmax.
    """

    def __init__(self, vcenter: float, vmin: Any = None, vmax: Any = None) -> None:
        super().__init__(vmin, vmax)
        self.vcenter = float(vcenter)
        if vcenter is not None and vmax is not None and vcenter >= vmax:
            raise ValueError('vmin, vcenter, and vmax must be in ascending order')
        if vcenter is not None and vmin is not None and vcenter <= vmin:
            raise ValueError('vmin, vcenter, and vmax must be in ascending order')

    def autoscale_None(self, A: Any) -> None:  # noqa: N802 - matplotlib's name
        super().autoscale_None(A)
        self.vmin = min(self.vcenter, self.vmin if self.vmin is not None else self.vcenter)
        self.vmax = max(self.vcenter, self.vmax if self.vmax is not None else self.vcenter)

    def _one(self, x: float) -> float:
        low, high = self.vmin or 0.0, self.vmax or 0.0
        if x < self.vcenter:
            return 0.5 * (x - low) / (self.vcenter - low)
        return 0.5 + 0.5 * (x - self.vcenter) / (high - self.vcenter) if high > self.vcenter else 0.5


class CenteredNorm(Normalize):
    """Linear, as far to either side of a middle."""

    def __init__(self, vcenter: float = 0, halfrange: float | None = None, clip: bool = False) -> None:
        super().__init__(clip=clip)
        self.vcenter = vcenter
        self.halfrange = halfrange
        if halfrange is not None:
            self.vmin, self.vmax = vcenter - halfrange, vcenter + halfrange

    def autoscale_None(self, A: Any) -> None:  # noqa: N802 - matplotlib's name
        if self.halfrange is None:
            self.halfrange = max((abs(value - self.vcenter) for value in numbers(A)), default=0.0)
            self.vmin, self.vmax = self.vcenter - self.halfrange, self.vcenter + self.halfrange


class BoundaryNorm(Normalize):
    """Each stretch between bounds is one colour.

    Args:
        boundaries: rising bounds.
        ncolors: how many colours the map has.
        clip: whether what is beyond them counts as at the end.

    Raises:
        ValueError: when there are fewer colours than intervals.
    """

    def __init__(self, boundaries: Any, ncolors: int, clip: bool = False, *, extend: str = 'neither') -> None:
        self.boundaries = numbers(boundaries)
        super().__init__(self.boundaries[0], self.boundaries[-1], clip)
        self.N = len(self.boundaries)
        self.Ncmap = ncolors
        self._n_regions = self.N - 1
        if self._n_regions > ncolors:
            raise ValueError(
                f'There are {self._n_regions} color bins including extensions, but ncolors = {ncolors}; '
                'ncolors must equal or exceed the number of bins'
            )

    def __call__(self, value: Any, clip: bool | None = None) -> Any:
        return _applied(value, self._region, whole=True)

    def _region(self, x: float) -> int:
        place = bisect_right(self.boundaries, x) - 1
        if place < 0:
            return 0 if self.clip else -1
        if place >= self._n_regions:
            return self.Ncmap - 1 if self.clip else self.Ncmap
        if self.Ncmap > self._n_regions:
            return int((self.Ncmap - 1) / max(1, self._n_regions - 1) * place)
        return place


def _number(value: Any) -> float:
    return float(value.item() if hasattr(value, 'item') else value)


def _within(x: float, low: Any, high: Any) -> float:
    return min(max(x, low), high)


def _applied(value: Any, function: Any, whole: bool = False) -> Any:
    """A function of every number; a scalar of a scalar."""
    import numpy as np

    listed = as_list(value)
    if not isinstance(listed, (list, tuple)):
        return function(float(listed))
    found = [function(x) for x in numbers(listed)]
    return np.array(found, dtype=np.int64 if whole else np.float64).reshape(*shape(value))
