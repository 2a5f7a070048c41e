"""torch.vmap: functions for whole batches."""

from collections.abc import Callable
from typing import Any

from . import _operations
from ._handle import Handle
from ._trees import leaves, mapped

__all__ = ['vmap']

_OFFERED_LATE_BY = 'torch'


def vmap(func: Callable[..., Any], in_dims: Any = 0, out_dims: Any = 0, **_: Any) -> Callable[..., Any]:
    """The function for a whole batch: it calls `func` for each element and stacks the results.

    Args:
        func: takes and gives tensors without the dimension of the batch.
        in_dims: the batch's dimension in each argument; None where there is none.
        out_dims: where it is in each result.
    """

    def batched(*args: Any, **kwargs: Any) -> Any:
        dims = in_dims if isinstance(in_dims, (tuple, list)) else (in_dims,) * len(args)
        said = f'vmap({getattr(func, "__name__", func)}, in_dims={in_dims}, ...)(<inputs>)'
        for leaf, dim in _mapped_leaves(args, dims):
            if not -leaf.dim() <= dim < leaf.dim():
                raise ValueError(
                    f'{said}: Got in_dim={dim} for some input, but that input is a Tensor of dimensionality '
                    f'{leaf.dim()} so expected in_dim to satisfy -{leaf.dim()} <= in_dim < {leaf.dim()}.'
                )
        count = _batch_size(args, dims)
        results = [
            func(*(_element(each, dim, i) for each, dim in zip(args, dims, strict=True)), **kwargs)
            for i in range(count)
        ]
        _check_results(func, results)
        return _stacked(results, out_dims)

    return batched


def _check_results(func: Any, results: list[Any]) -> None:
    first = results[0]
    for each in first if isinstance(first, (tuple, list)) else (first,):
        if not isinstance(each, (Handle, tuple, list, dict)):
            name = getattr(func, '__name__', func)
            raise ValueError(
                f'vmap({name}, ...): `{name}` must only return Tensors, got type {type(each)}. Did you mean '
                'to set out_dims= to None for output?'
            )


def _mapped_leaves(args: tuple[Any, ...], dims: Any) -> list[tuple[Any, int]]:
    return [
        (leaf, dim) for each, dim in zip(args, dims, strict=True) if dim is not None for leaf in leaves(each)
    ]


def _batch_size(args: tuple[Any, ...], dims: Any) -> int:
    sizes = [leaf.shape[dim] for leaf, dim in _mapped_leaves(args, dims)]
    if not sizes:
        raise ValueError(
            'vmap(func, in_dims=None, ...)(<inputs>): at least one input must have a dimension to map over'
        )
    if len(set(sizes)) > 1:
        raise ValueError(
            'vmap: Expected all tensors to have the same size in the mapped dimension, got sizes '
            f'{sizes} for the mapped dimension'
        )
    return sizes[0]


def _element(each: Any, dim: int | None, place: int) -> Any:
    return each if dim is None else mapped(lambda leaf: leaf.select(dim, place), each)


def _stacked(results: list[Any], out_dims: Any) -> Any:
    if isinstance(results[0], dict):
        return {name: _stacked([each[name] for each in results], out_dims) for name in results[0]}
    if isinstance(results[0], (tuple, list)):
        dims = out_dims if isinstance(out_dims, tuple) else (out_dims,) * len(results[0])
        return type(results[0])(
            _stacked(list(each), dim) for each, dim in zip(zip(*results, strict=True), dims, strict=True)
        )
    return _operations.stack(results, out_dims)
