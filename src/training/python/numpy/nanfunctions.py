"""Statistics that leave out what is not a number."""

from collections.abc import Callable
from typing import Any

import torch

from .multiarray import as_tensor, ndarray, wrap

__all__ = ['nanmax', 'nanmean', 'nanmedian', 'nanmin', 'nanprod', 'nanstd', 'nansum', 'nanvar']

_OFFERED_LATE_BY = 'numpy'


def _without(name: str, compute: Callable[..., Any]) -> Any:
    """The statistic of each row of what is left along a dimension, or of all that is left."""

    def apply(a: Any, axis: int | None = None) -> Any:
        source = as_tensor(a)
        source = source if source.is_floating_point() else source.double()
        if axis is None:
            flat = source.reshape(-1)
            return wrap(compute(flat[~flat.isnan()]))
        rows = source.movedim(axis, -1)
        shape = rows.shape[:-1]
        kept = [compute(row[~row.isnan()]) for row in rows.reshape(-1, rows.shape[-1])]
        return ndarray._of(torch.stack(kept).reshape(shape)) if shape else wrap(kept[0])

    apply.__name__ = apply.__qualname__ = name
    apply.__doc__ = f'As {name.removeprefix("nan")}, without what is not a number.'
    return apply


def _middle(row: Any) -> Any:
    return row.quantile(0.5) if row.numel() else row.mean()


nansum = _without('nansum', torch.sum)
nanmean = _without('nanmean', torch.mean)
nanmax = _without('nanmax', torch.max)
nanmin = _without('nanmin', torch.min)
nanprod = _without('nanprod', torch.prod)
nanmedian = _without('nanmedian', _middle)
nanvar = _without('nanvar', lambda row: row.var(unbiased=False))
nanstd = _without('nanstd', lambda row: row.std(unbiased=False))
