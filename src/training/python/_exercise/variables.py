"""Tells the names of a run when it is over. None of the learner's own code is executed for it."""

import json
import sys
from collections import deque
from collections.abc import Iterator
from types import BuiltinFunctionType, FrameType, FunctionType, ModuleType, TracebackType
from typing import Any, NotRequired, TypedDict

import _engine
import numpy
import torch
from _exercise import places

__all__ = [
    'LEFT',
    'Failed',
    'found_in',
    'handle_of',
    'left_function',
    'own_names',
    'parameter_count',
    'parts_of',
    'tell',
    'text_of',
]

_MOST_ENTRIES = 1000
_MOST_PARTS = 100
_MOST_DEPTH = 5
_MOST_CHARACTERS = 200
_MOST_BITS = 1024

_MOST_TOLD = 20
"""Items of a collection that is told whole, and characters of a text in it."""

_SHORT = (bool, float, type(None))
_PLAIN = (bool, int, float, complex, str, bytes, type(None), range)
_NO_VARIABLES = (ModuleType, FunctionType, BuiltinFunctionType, type)
_OF_NOTEBOOKS = frozenset(('In', 'Out', 'get_ipython', 'exit', 'quit'))


class _Entry(TypedDict):
    """As `Variable` of the protocol, a tensor by its handle."""

    name: str
    parent: int
    type: str
    text: str
    handle: NotRequired[int]
    parameters: NotRequired[int]
    isResult: NotRequired[bool]
    isFailed: NotRequired[bool]


LEFT = object()
"""Stands for the function that an error has left: its parts are the variables that it had."""


class Failed:
    """Stands for the value of an expression that has raised an exception.

    Args:
        error: the exception.
    """

    def __init__(self, error: Exception) -> None:
        self.type = type(error).__name__
        try:
            self.text = str(error)
        except Exception:
            self.text = ''


_WITHOUT_PARTS = (set, frozenset, numpy.ndarray, Failed)


def tell(variables: dict[str, Any], error: BaseException | None, results: dict[str, Any]) -> list[Any]:
    """Tells the engine of the names of the run.

    Args:
        variables: of the module.
        error: what ended the run, if something did: the variables of the function that it left are told too.
        results: values of expressions, by their text.

    Returns:
        The values, in the order in which they are told.
    """
    found = list(found_in(variables, error, results))
    entries = [_entry(*one) for one in found]
    for entry in entries[: len(results)]:
        entry['isResult'] = True
    _engine.variables(json.dumps(entries))
    return [value for _, _, value in found]


def found_in(
    variables: dict[str, Any], error: BaseException | None, results: dict[str, Any] | None = None
) -> Iterator[tuple[str, int, Any]]:
    """What names stand for, and the parts of it, those of one depth before the next.

    Args:
        variables: of the module.
        error: what ended the run, if something did.
        results: values of expressions by their text, which come first.

    Yields:
        The name, the place of what it is a part of (-1: of nothing), and the value.
    """
    frame = left_function(error)
    left = [] if frame is None else [(f'{frame.f_code.co_name}()', LEFT)]
    roots = [*(results or {}).items(), *left, *own_names(variables)]
    waiting = deque((name, -1, value, 0) for name, value in roots)
    told = 0
    seen: set[int] = set()
    while waiting and told < _MOST_ENTRIES:
        name, parent, value, depth = waiting.popleft()
        yield name, parent, value
        told += 1
        parts = own_names(dict(frame.f_locals)) if value is LEFT and frame is not None else parts_of(value)
        if not parts or depth >= _MOST_DEPTH or id(value) in seen:
            continue
        seen.add(id(value))
        waiting.extend((part, told - 1, member, depth + 1) for part, member in parts[:_MOST_PARTS])


def left_function(error: BaseException | None) -> FrameType | None:
    """The innermost function of the learner's that an error has left."""
    trace: TracebackType | None = None if error is None else error.__traceback__
    frame = None
    while trace is not None:
        if trace.tb_frame.f_code.co_filename in places.documents:
            frame = trace.tb_frame
        trace = trace.tb_next
    return None if frame is None or frame.f_locals is frame.f_globals else frame


def own_names(variables: dict[str, Any]) -> list[tuple[str, Any]]:
    """What the learner has named: no modules, functions and classes, which the code shows."""
    return [
        (name, value)
        for name, value in variables.items()
        if type(name) is str
        and not name.startswith('_')
        and name not in _OF_NOTEBOOKS
        and not issubclass(type(value), _NO_VARIABLES)
    ]


def _entry(name: str, parent: int, value: Any) -> _Entry:
    if value is LEFT:
        return _Entry(name=name[:_MOST_CHARACTERS], parent=parent, type='function', text='')
    kind = type(value)
    if kind is Failed:
        type_name, text = value.type[:_MOST_CHARACTERS], value.text[: 2 * _MOST_CHARACTERS]
        return _Entry(name=name[:_MOST_CHARACTERS], parent=parent, type=type_name, text=text, isFailed=True)
    entry = _Entry(
        name=name[:_MOST_CHARACTERS], parent=parent, type=kind.__name__[:_MOST_CHARACTERS], text=''
    )
    if issubclass(kind, torch.Tensor) or kind is numpy.ndarray:
        entry['handle'] = handle_of(value)
    elif issubclass(kind, torch.nn.Module):
        entry['parameters'] = parameter_count(value)
    else:
        entry['text'] = text_of(value)
    return entry


def handle_of(value: Any) -> int:
    """Of a tensor, or of the one in an array of numpy; else 0."""
    kind = type(value)
    if issubclass(kind, torch.Tensor):
        return getattr(value, '_h', 0)
    return value._t._h if kind is numpy.ndarray else 0


def text_of(value: Any) -> str:
    """A plain value, a short collection of them, or how many items there are; empty of all else."""
    kind = type(value)
    if kind is torch.Size:
        return repr(value)
    columns = _columns(value)
    if columns is not None:
        return f'{len(next(iter(columns.values()), ()))} rows, {len(columns)} columns'
    if kind in (list, tuple, dict) and _is_short(value):
        return repr(value)
    if kind in (list, tuple, dict, set, frozenset, deque):
        return f'{len(value)} item{"" if len(value) == 1 else "s"}'
    if kind is int and value.bit_length() > _MOST_BITS:
        return f'an integer of {value.bit_length()} bits'
    if kind in (str, bytes) and len(value) > _MOST_CHARACTERS:
        return f'{value[:_MOST_CHARACTERS]!r}…'
    return repr(value)[: 2 * _MOST_CHARACTERS] if kind in _PLAIN else ''


def _is_short(collection: Any) -> bool:
    """Whether a list, tuple or dictionary is told whole: few plain values."""
    if len(collection) > _MOST_TOLD:
        return False
    parts = [*collection, *collection.values()] if type(collection) is dict else collection
    return all(map(_is_little, parts))


def _is_little(value: Any) -> bool:
    kind = type(value)
    if kind is int:
        return value.bit_length() <= _MOST_BITS
    return len(value) <= _MOST_TOLD if kind is str else kind in _SHORT


def parameter_count(module: Any) -> int:
    """How many numbers the parameters of a module have, each once."""
    found: dict[int, int] = {}
    waiting, seen = [module], set()
    while waiting:
        held = _dictionary(waiting.pop())
        if id(held) in seen:
            continue
        seen.add(id(held))
        for parameter in _members(held, '_parameters').values():
            if issubclass(type(parameter), torch.Tensor) and getattr(parameter, '_h', 0):
                found[id(parameter)] = _engine.numel(parameter._h)
        waiting.extend(_members(held, '_modules').values())
    return sum(found.values())


def parts_of(value: Any) -> list[tuple[str, Any]]:
    """The members of a value that are told, each with its name; a tensor has none."""
    kind = type(value)
    if kind in (list, tuple, deque):
        return [(f'[{index}]', member) for index, member in _first(enumerate(value))]
    if kind is dict:
        return [(f'[{_key(key)}]', member) for key, member in _first(iter(value.items()))]
    if kind in _WITHOUT_PARTS or kind in _PLAIN or issubclass(kind, torch.Tensor):
        return []
    columns = _columns(value)
    if columns is not None:
        return [(f'[{_key(name)}]', column) for name, column in _first(iter(columns.items()))]
    held = _dictionary(value)
    if issubclass(kind, torch.nn.Module):
        registered = [_members(held, group) for group in ('_parameters', '_buffers', '_modules')]
        parts = [
            (name, member) for group in registered for name, member in group.items() if member is not None
        ]
        plain = [(name, member) for name, member in own_names(held) if issubclass(type(member), torch.Tensor)]
        return [*parts, *plain]
    if kind.__module__.partition('.')[0] in ('pandas', 'PIL', 'matplotlib'):
        return []
    return own_names(held)


def _columns(value: Any) -> dict[Any, list[Any]] | None:
    """The values of a pandas frame by column, of a series by its name; None of all else."""
    pandas = sys.modules.get('pandas')
    held = _dictionary(value) if pandas is not None else {}
    if type(value) is getattr(pandas, 'DataFrame', None):
        columns = held.get('_columns')
        return {name: column.values for name, column in columns.items()} if type(columns) is dict else None
    if type(value) is getattr(pandas, 'Series', None) and '_column' in held:
        return {held.get('name'): held['_column'].values}
    return None


def _first(pairs: Iterator[tuple[Any, Any]]) -> Iterator[tuple[Any, Any]]:
    for _, pair in zip(range(_MOST_PARTS), pairs, strict=False):
        yield pair


def _key(key: Any) -> str:
    return text_of(key) if type(key) in _PLAIN else type(key).__name__


def _dictionary(value: Any) -> dict[str, Any]:
    """The attributes of an object, without any code of its class."""
    try:
        held = object.__getattribute__(value, '__dict__')
    except AttributeError:
        return {}
    return held if type(held) is dict else {}


def _members(held: dict[str, Any], group: str) -> dict[str, Any]:
    members = held.get(group)
    return members if isinstance(members, dict) else {}
