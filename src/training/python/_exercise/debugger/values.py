"""What names stand for, and their members. None of the learner's own code is executed for it."""

import json
from collections import deque
from collections.abc import Iterator
from types import BuiltinFunctionType, FunctionType, ModuleType
from typing import Any, NamedTuple, TypedDict

import _engine
import numpy
import torch
from _exercise.variables import own_names, parameter_count, parts_of, text_of

__all__ = [
    'Context',
    'Member',
    'Shown',
    'elements',
    'elements_of',
    'members',
    'names_in',
    'shown',
    'value_text',
]

_MOST_NAME = 400
_MOST_TYPE = 200
_MOST_EXPRESSION = 2000
_MOST_MEMBERS = 1000
_SEQUENCES = (list, tuple, deque)


class Context(NamedTuple):
    """The names that an expression is evaluated with."""

    variables: dict[str, Any]
    local: Any


class Member(NamedTuple):
    """A part of a value, and the expression that gives it; empty where there is none."""

    name: str
    value: Any
    expression: str


class Shown(TypedDict):
    """As `DebugVariable` of the protocol."""

    name: str
    value: str
    type: str
    reference: int
    elements: int
    expression: str


def shown(member: Member, reference: int) -> Shown:
    """A member as the host is told of it."""
    return Shown(
        name=member.name[:_MOST_NAME],
        value=value_text(member.value),
        type=type(member.value).__name__[:_MOST_TYPE],
        reference=reference,
        elements=elements_of(member.value),
        expression=member.expression if len(member.expression) <= _MOST_EXPRESSION else '',
    )


def value_text(value: Any) -> str:
    """A value in a few words."""
    kind = type(value)
    tensor = _tensor_of(value)
    if tensor is not None:
        return _tensor_text(tensor)
    if issubclass(kind, torch.nn.Module):
        count = parameter_count(value)
        return f'{kind.__name__}, {count} parameter{"" if count == 1 else "s"}'
    if kind in (FunctionType, BuiltinFunctionType):
        return f'function {value.__qualname__}'
    if kind is ModuleType:
        return f'module {value.__dict__.get("__name__", "")}'
    if issubclass(kind, type):
        return f'class {type.__dict__["__name__"].__get__(value)}'
    return text_of(value) or f'{kind.__name__} object'


def _tensor_of(value: Any) -> Any:
    """A tensor that has elements, or the one in an array of numpy; else None."""
    tensor = value._t if type(value) is numpy.ndarray else value
    return tensor if issubclass(type(tensor), torch.Tensor) and getattr(tensor, '_h', 0) else None


def _tensor_text(tensor: Any) -> str:
    """`(32, 2) float32 [0.1, 0.2, …]`."""
    dtype = str(tensor.dtype).removeprefix('torch.')
    summary = _summary(tensor)
    if not summary:
        return f'{tuple(tensor.shape)} {dtype}'
    head = ', '.join(map(_number, summary['head']))
    if tensor.dim() == 0:
        return f'() {dtype} {head}'
    more = ', …' if tensor.numel() > len(summary['head']) else ''
    return f'{tuple(tensor.shape)} {dtype} [{head}{more}]'


def _summary(tensor: Any) -> dict[str, Any]:
    """Empty of what is too large, or has complex values."""
    return json.loads(_engine.tensor_summary(tensor._h)) or {}


def _number(value: float | str) -> str:
    return value if isinstance(value, str) else f'{value:.5g}'


def elements_of(value: Any) -> int:
    """How many elements a value has that are asked for by their places."""
    if type(value) in _SEQUENCES:
        return len(value)
    tensor = _tensor_of(value)
    return tensor.shape[0] if tensor is not None and tensor.dim() > 0 else 0


def elements(value: Any, expression: str, start: int, count: int) -> Iterator[Member]:
    """Some elements of a sequence, or of a tensor along its first dimension."""
    end = min(elements_of(value), start + min(count, _MOST_MEMBERS))
    for index in range(max(0, start), end):
        name = f'[{index}]'
        with torch.no_grad():
            element = value[index]
        yield Member(name, element, f'{expression}{name}' if expression else '')


def members(value: Any, expression: str) -> list[Member]:
    """What a value has besides its elements."""
    if _tensor_of(value) is not None:
        return list(_members_of_tensor(value, expression))
    if type(value) in _SEQUENCES:
        return []
    return [Member(name, part, _joined(expression, name)) for name, part in parts_of(value)[:_MOST_MEMBERS]]


def _joined(expression: str, name: str) -> str:
    if not expression:
        return ''
    if name.startswith('['):
        return f'{expression}{name}' if not name.endswith('…]') else ''
    return f'{expression}.{name}' if name.isidentifier() else ''


def _members_of_tensor(value: Any, expression: str) -> Iterator[Member]:
    yield Member('shape', tuple(value.shape), '')
    yield Member('dtype', str(value.dtype).removeprefix('torch.'), '')
    summary = _summary(_tensor_of(value))
    for name, key in (('min', 'least'), ('max', 'most'), ('mean', 'mean'), ('NaN', 'nans')):
        if summary and summary[key] is not None:
            yield Member(name, summary[key], '')
    if type(value) is not numpy.ndarray:
        yield Member('requires_grad', value.requires_grad, _joined(expression, 'requires_grad'))
        yield Member('grad', value.grad if value.is_leaf else None, _joined(expression, 'grad'))
        yield Member('grad_fn', type(value.grad_fn).__name__ if value.grad_fn is not None else None, '')


def names_in(variables: Any) -> list[Member]:
    """The names of a function or a module."""
    return [Member(name, value, name) for name, value in own_names(dict(variables))[:_MOST_MEMBERS]]
