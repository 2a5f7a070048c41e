"""Learned against true: the weights of a model beside their counterparts in the data."""

import json
import math
from collections.abc import Iterator
from typing import Any

import torch
from torch.nn.parameter import UninitializedParameter

__all__ = [
    'MOST',
    'ROLES',
    'candidates',
    'counterpart',
    'learned',
    'numbers',
    'reals',
    'values_of',
    'weights_json',
]

MOST = 8000
"""Elements of a weight that are reported; larger weights are left out."""

ROLES = {'weight': 'w', 'bias': 'b'}
"""What a layer's parameter is called in data."""


def weights_json(model: Any, data: Any) -> str:
    """The model's weights as JSON of the protocol's `Weight`; never raises."""
    try:
        return json.dumps([_weight(name, tensor, data) for name, tensor in learned(model)])
    except Exception:  # a report must not hide how the fit itself ended
        return '[]'


def learned(model: Any) -> Iterator[tuple[str, Any]]:
    """Parameters, and attributes that are leaves which require a gradient, in order of definition."""
    seen: set[int] = set()
    for name, value in candidates(model):
        if id(value) in seen or isinstance(value, UninitializedParameter):
            continue
        seen.add(id(value))
        if value.requires_grad and value.is_leaf and value.numel() <= MOST:
            yield name, value


def candidates(model: Any) -> Iterator[tuple[str, Any]]:
    """The tensors that an object holds, with their paths; of a module also the parameters of its modules."""
    for name, value in vars(model).items():
        if isinstance(value, torch.Tensor):
            yield name, value
        elif isinstance(value, (list, tuple)):
            for position, item in enumerate(value):
                if isinstance(item, torch.Tensor):
                    yield f'{name}[{position}]', item
    if isinstance(model, torch.nn.Module):
        yield from model.named_parameters()


def _weight(name: str, tensor: Any, data: Any) -> dict[str, Any]:
    values = values_of(tensor)
    truth = counterpart(name, len(values), data)
    difference = (
        None if truth is None else [mine - theirs for mine, theirs in zip(values, truth, strict=True)]
    )
    return {
        'name': name,
        'shape': list(tensor.shape),
        'learned': reals(values),
        'true': None if truth is None else reals(truth),
        'difference': None if difference is None else reals(difference),
    }


def counterpart(name: str, count: int, data: Any) -> list[float] | None:
    """The data's attribute of the same name, the same in another case, or by role; with as many elements."""
    if data is None:
        return None
    attributes = _attributes(data)
    folded: dict[str, list[str]] = {}
    for attribute in attributes:
        folded.setdefault(attribute.lower(), []).append(attribute)
    leaf = name.rpartition('.')[2]
    same_in_another_case = folded.get(leaf.lower(), [])
    names = [name, leaf]
    if len(same_in_another_case) == 1:
        names += same_in_another_case
    if leaf in ROLES:
        names.append(ROLES[leaf])
    for candidate in names:
        if candidate in attributes:
            values = numbers(attributes[candidate])
            if values is not None and len(values) == count:
                return values
    return None


def _attributes(data: Any) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for owner in reversed(type(data).__mro__):
        found.update({name: value for name, value in vars(owner).items() if not name.startswith('_')})
    found.update(vars(data) if hasattr(data, '__dict__') else {})
    return found


def numbers(value: Any) -> list[float] | None:
    """The elements of a tensor, an array or nested lists, or a number; None for anything else."""
    if isinstance(value, (bool, str)) or callable(value):
        return None
    if isinstance(value, (int, float)):
        return [float(value)]
    if isinstance(value, torch.Tensor):
        return values_of(value)
    if hasattr(value, 'tolist'):
        value = value.tolist()
        if isinstance(value, (int, float)):
            return [float(value)]
    if not isinstance(value, (list, tuple)):
        return None
    collected: list[float] = []
    for item in value:
        inner = numbers(item)
        if inner is None:
            return None
        collected += inner
    return collected


def values_of(tensor: Any) -> list[float]:
    """The elements in row-major order."""
    listed = tensor.detach().reshape(-1).tolist()
    return [float(value) for value in listed]


def reals(values: list[float]) -> list[Any]:
    """JSON has no infinities and no NaN: the protocol spells them."""
    return [value if math.isfinite(value) else _spelled(value) for value in values]


def _spelled(value: float) -> str:
    if math.isnan(value):
        return 'nan'
    return 'inf' if value > 0 else '-inf'
