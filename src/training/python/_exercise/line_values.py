"""Notes the tensors to which lines of the learner's code give names, while the code stays as it is.

The interpreter itself tells of it (`sys.monitoring`): of the instruction behind an assignment, of the
beginning of a function. Every other instruction tells of itself once and never again: it costs nothing.
"""

import ast
import json
import sys
from types import CodeType, FrameType
from typing import Any

import _engine
import numpy
import torch
from _exercise import module_calls
from _exercise.targets import Targets, stores_of

__all__ = ['begin', 'watch']

_TOOL = 3
_TOOL_NAME = 'd2l line values'
_monitoring = sys.monitoring
_INSTRUCTION, _START = _monitoring.events.INSTRUCTION, _monitoring.events.PY_START
_DISABLE = _monitoring.DISABLE
_getframe = sys._getframe
_note = _engine.note_value
_Tensor = torch.Tensor

_MOST_MISSES = 16
"""A place that has given names to so many other values in a row is not asked any more."""

_MOST_SITES = 500
"""Names of a run that are told apart."""


class _Site:
    """A name in a line of code, or a call of a layer in it.

    Attributes:
        number: by which the engine knows it.
        name: of the variable, or of the attribute.
        owner: the name of the variable whose attribute it is, if it is one.
        misses: values in a row that were no tensors.
    """

    __slots__ = ('misses', 'name', 'number', 'owner')

    def __init__(self, number: int, name: str, owner: str | None = None) -> None:
        self.number = number
        self.name = name
        self.owner = owner
        self.misses = 0


class _Place:
    """Where the interpreter tells that names have values.

    Attributes:
        sites: the names.
        mark: passed right before, where this place is reached in other ways too.
    """

    __slots__ = ('mark', 'sites')

    def __init__(self, sites: list[_Site], mark: '_Mark | None' = None) -> None:
        self.sites = sites
        self.mark = mark


class _Mark:
    """An assignment behind which ways meet: whether it was carried out is known only here.

    Attributes:
        is_passed: and the place behind it was not reached since.
        is_over: nobody asks any more.
    """

    __slots__ = ('is_over', 'is_passed')

    def __init__(self) -> None:
        self.is_passed = False
        self.is_over = False


_places: dict[int, dict[int, _Place | _Mark]] = {}
"""By the identity of a code object, by offset; -1 stands for the beginning of a function."""

_calls: dict[int, dict[int, _Site | None]] = {}
"""Calls of layers, by the identity of a code object and offset."""

_codes: list[CodeType] = []
"""Keeps the code objects, so that no other one gets their identity."""

_sites = 0


def begin(*, wanted: bool) -> None:
    """A run begins; one that continues another goes on with the code that is watched already."""
    global _sites
    _sites = 0
    is_on = _monitoring.get_tool(_TOOL) == _TOOL_NAME
    if wanted == is_on:
        if is_on:
            _monitoring.restart_events()
        return
    if not wanted:
        _monitoring.free_tool_id(_TOOL)
        module_calls.note_results(None)
        return
    if _monitoring.get_tool(_TOOL) is not None:
        return
    _monitoring.use_tool_id(_TOOL, _TOOL_NAME)
    _monitoring.register_callback(_TOOL, _INSTRUCTION, _passed)
    _monitoring.register_callback(_TOOL, _START, _started)
    module_calls.note_results(_note_call)


def watch(code: CodeType, statements: list[ast.stmt]) -> None:
    """Watches code that was compiled of these statements, and the functions within it."""
    if _monitoring.get_tool(_TOOL) == _TOOL_NAME:
        _watch(code, Targets(statements))


def _watch(code: CodeType, targets: Targets) -> None:
    places: dict[int, _Place | _Mark] = {}
    document = code.co_filename
    for store in stores_of(code, targets):
        mark = _Mark() if store.is_joined else None
        if mark is not None:
            places[store.at] = mark
        places[store.after] = _Place(_new_sites(document, 'assigned', store.names), mark)
    named = targets.parameters.get((code.co_firstlineno, code.co_name), [])
    if named:
        places[-1] = _Place(_new_sites(document, 'parameter', [(line, None, name) for line, name in named]))
    _codes.append(code)
    _places[id(code)] = places
    _calls[id(code)] = {}
    _monitoring.set_local_events(_TOOL, code, _INSTRUCTION | _START)
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            _watch(constant, targets)


def _new_sites(document: str, kind: str, names: list[tuple[int, str | None, str]]) -> list[_Site]:
    """Tells the engine of the names, as many as there may be."""
    global _sites
    kept = names[: _MOST_SITES - _sites]
    if not kept:
        return []
    _sites += len(kept)
    told = [[line, name if owner is None else f'{owner}.{name}'] for line, owner, name in kept]
    first = _engine.name_values(json.dumps({'document': document, 'kind': kind, 'names': told}))
    return [_Site(first + index, name, owner) for index, (_, owner, name) in enumerate(kept)]


def _passed(code: CodeType, offset: int) -> Any:
    """An instruction is about to be executed."""
    try:
        place = _places[id(code)].get(offset)
        if place is None:
            return _DISABLE
        if isinstance(place, _Mark):
            place.is_passed = True
            return _DISABLE if place.is_over else None
        mark = place.mark
        if mark is None:
            return _note_all(place.sites, _getframe(1).f_locals)
        if not mark.is_passed:
            return None
        mark.is_passed = False
        answer = _note_all(place.sites, _getframe(1).f_locals)
        mark.is_over = answer is _DISABLE
    except Exception:
        # Whatever the learner's objects do, the run goes on as if nobody looked.
        return _DISABLE
    return answer


def _started(code: CodeType, _: int) -> Any:
    """A function was called."""
    try:
        place = _places[id(code)].get(-1)
        if not isinstance(place, _Place):
            return _DISABLE
        return _note_all(place.sites, _getframe(1).f_locals)
    except Exception:
        return _DISABLE


def _note_all(sites: list[_Site], variables: Any) -> Any:
    """Tells the engine of the names that have tensors; `DISABLE` when none of them is wanted any more."""
    goes_on = False
    for site in sites:
        if site.misses > _MOST_MISSES:
            continue
        owner = site.owner
        value = variables.get(site.name) if owner is None else _attribute(variables.get(owner), site.name)
        handle = value._h if type(value) is _Tensor else _handle(value)
        if handle == 0:
            site.misses += 1
        elif _note(site.number, handle):
            site.misses = _MOST_MISSES
            continue
        else:
            site.misses = 0
        goes_on = True
    return None if goes_on else _DISABLE


def _handle(value: Any) -> int:
    """Of a tensor of any class, or of the one in an array of numpy; else 0."""
    if issubclass(type(value), _Tensor):
        return getattr(value, '_h', 0)
    return value._t._h if type(value) is numpy.ndarray else 0


def _attribute(owner: Any, name: str) -> Any:
    """What was assigned to an attribute, without any code of its owner's class."""
    held = getattr(owner, '__dict__', None)
    if type(held) is not dict:
        return None
    if name in held:
        return held[name]
    for kept in ('_parameters', '_buffers'):
        members = held.get(kept)
        if type(members) is dict and name in members:
            return members[name]
    return None


def _note_call(frame: FrameType, layer: str, result: Any) -> None:
    """A layer has returned a tensor to the learner's code."""
    calls = _calls.get(id(frame.f_code))
    if calls is None:
        return
    at = frame.f_lasti
    if at not in calls:
        line = frame.f_lineno
        calls[at] = next(iter(_new_sites(frame.f_code.co_filename, 'called', [(line, None, layer)])), None)
    site = calls[at]
    if site is not None and _note(site.number, result._h):
        calls[at] = None
