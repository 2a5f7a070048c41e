"""Training loops without a Trainer: what their weights are called, and their true values."""

import json
import re
import sys
from collections.abc import Iterator
from types import FunctionType, ModuleType
from typing import Any, NamedTuple

import _engine
import torch
from _exercise import places, watching
from _exercise.origin import libraries
from torch import nn

from . import comparison, loop_lengths
from .training import DataModule, has_layers

__all__ = ['Namespace', 'name_weights']

Namespace = dict[str, Any]

_MOST_ITEMS = 1000
"""Items of a list that are looked at."""

_VARIABLE, _OF_MODULE, _ATTRIBUTE, _ITEM = range(4)


class _Holder(NamedTuple):
    """What holds a weight.

    Args:
        kind: the lower the better.
        order: of the namespace.
        name: that it gives the weight.
        owner: the object whose weight it is, if any.
    """

    kind: int
    order: int
    name: str
    owner: Any


class _Description(NamedTuple):
    """What is known of a loop's weights.

    Args:
        owner: the object that has all of them, where there is one.
        weights: the protocol's description of each; None for one that nothing holds.
    """

    owner: Any
    weights: list[dict[str, Any] | None]


def name_weights() -> None:
    """Tells the engine the names, true values and model of the loop that it detected."""
    wanted: dict[str, Any] = json.loads(_engine.loop_weights())
    handles: list[int] = wanted['handles']
    try:
        description = _description(handles)
    except Exception:
        # The learner's objects may do anything; the loop itself must go on.
        description = _Description(None, [None] * len(handles))
    rounds = _rounds(set(handles) - {0}, wanted['unit'] == 'epoch')
    owner, weights = description
    told = {'model': 'loop' if owner is None else type(owner).__name__, 'weights': weights}
    fit: int = _engine.name_loop(json.dumps({**told, 'place': places.place(), 'rounds': rounds}))
    if has_layers(owner):
        from . import layer_table

        layer_table.watch(owner)
    if wanted['unit'] == 'epoch' or has_layers(owner):
        from . import loop_networks

        main, *functions = _namespaces()
        loop_networks.remember(fit, owner, [main, *reversed(functions)])


watching.name_weights = name_weights


def _look_at_step() -> None:
    # Late: most runs nobody looks at.
    from . import training_steps

    training_steps.look()


watching.look_at_step = _look_at_step


def _rounds(handles: set[int], per_epoch: bool) -> loop_lengths.Rounds | None:
    def holders(namespace: Namespace) -> set[str]:
        return {
            re.split(r'[.\[]', name)[0] for _, name, tensor, _ in _tensors(namespace) if tensor._h in handles
        }

    try:
        return loop_lengths.rounds(per_epoch, holders)
    except Exception:
        # How often the learner's loop goes round stays unknown; the loop itself must go on.
        return None


def _description(handles: list[int]) -> _Description:
    namespaces = _namespaces()
    tensors: dict[int, Any] = {}
    found: dict[int, list[_Holder]] = {}
    wanted = set(handles) - {0}
    for order, namespace in enumerate(namespaces):
        for kind, name, tensor, owner in _tensors(namespace):
            if tensor._h in wanted:
                tensors[tensor._h] = tensor
                found.setdefault(tensor._h, []).append(_Holder(kind, order, name, owner))
    holders = _chosen(found)
    truths = _Truths(namespaces, [holder.name for holder in holders.values()], wanted)
    place = {handle: position for position, handle in enumerate(holders)}
    weights = [_weight(holders.get(h), tensors.get(h), truths, place.get(h, 0)) for h in handles]
    return _Description(_owner(handles, holders), weights)


def _chosen(found: dict[int, list[_Holder]]) -> dict[int, _Holder]:
    """The holder that names each weight.

    Variables do when each weight has one; otherwise some are left over from a loop over parameters.
    """
    named = all(any(holder.kind == _VARIABLE for holder in holders) for holders in found.values())

    def rank(holder: _Holder) -> tuple[bool, int, int]:
        return (holder.kind == _VARIABLE and not named, holder.kind, holder.order)

    return {handle: min(holders, key=rank) for handle, holders in found.items()}


def _weight(holder: _Holder | None, tensor: Any, truths: '_Truths', place: int) -> dict[str, Any] | None:
    if holder is None:
        return None
    count = tensor.numel()
    truth = truths.of(holder.name, count) if count <= comparison.MOST else None
    return {
        'name': holder.name,
        'place': place,
        'true': None if truth is None else comparison.reals(truth),
    }


def _owner(handles: list[int], holders: dict[int, _Holder]) -> Any:
    """The object that has all weights, where there is one."""
    owners = {id(holders[h].owner) if h in holders else 0: holders.get(h) for h in handles}
    only = next(iter(owners.values())) if len(owners) == 1 else None
    return None if only is None else only.owner


def _namespaces() -> list[Namespace]:
    """The learner's variables: of `__main__`, then of the functions that are running, innermost first."""
    main = sys.modules['__main__'].__dict__
    found: list[Namespace] = [main]
    frame = sys._getframe()
    theirs = tuple(libraries)
    while frame is not None:
        if not frame.f_code.co_filename.startswith(theirs) and frame.f_locals is not main:
            found.append(dict(frame.f_locals))
        frame = frame.f_back
    return found


def _variables(namespace: Namespace) -> Iterator[tuple[str, Any]]:
    for name, value in list(namespace.items()):
        if not (name.startswith('__') or isinstance(value, (ModuleType, type, FunctionType))):
            yield name, value


def _tensors(namespace: Namespace) -> Iterator[tuple[int, str, Any, Any]]:
    """All tensors that variables hold: kind, name, tensor, and the object that it is a weight of."""
    for name, value in _variables(namespace):
        if isinstance(value, torch.Tensor):
            yield _VARIABLE, name, value, None
        elif isinstance(value, nn.Module):
            for path, tensor in comparison.candidates(value):
                yield _OF_MODULE, _within(name, path), tensor, value
        elif isinstance(value, (list, tuple, dict)):
            yield from ((_ITEM, *found) for found in _items(name, value))
        elif not isinstance(value, torch.optim.Optimizer) and hasattr(value, '__dict__'):
            yield from ((_ATTRIBUTE, *found) for found in _attributes(name, value))


def _items(name: str, held: Any) -> Iterator[tuple[str, Any, Any]]:
    pairs = held.items() if isinstance(held, dict) else enumerate(held)
    for _, (key, item) in zip(range(_MOST_ITEMS), pairs, strict=False):
        path = f'{name}[{key!r}]'
        if isinstance(item, torch.Tensor):
            yield path, item, None
        elif isinstance(item, nn.Module):
            for rest, tensor in comparison.candidates(item):
                yield f'{path}.{rest}', tensor, item
        elif isinstance(item, (list, tuple)) and len(item) <= _MOST_ITEMS:
            for position, tensor in enumerate(item):
                if isinstance(tensor, torch.Tensor):
                    yield f'{path}[{position}]', tensor, None


def _attributes(name: str, owner: Any) -> Iterator[tuple[str, Any, Any]]:
    """Of an object that is no module: its tensors and those of its modules and lists."""
    for path, tensor in comparison.candidates(owner):
        yield _within(name, path), tensor, owner
    for attribute, value in list(vars(owner).items()):
        if isinstance(value, nn.Module):
            for path, tensor in comparison.candidates(value):
                yield _within(name, f'{attribute}.{path}'), tensor, owner


def _within(name: str, path: str) -> str:
    """The path of what an object has; `self` says nothing of whose it is."""
    return path if name == 'self' else f'{name}.{path}'


class _Truths:
    """The true values that variables hold.

    Args:
        namespaces: where to look, the first one that has a name decides.
        learned: names of all weights.
        handles: of all weights, which are no truths.
    """

    def __init__(self, namespaces: list[Namespace], learned: list[str], handles: set[int]) -> None:
        self._values: Namespace = {}
        for namespace in reversed(namespaces):
            self._values.update(_variables(namespace))
        self._folded: dict[str, list[str]] = {}
        for name in self._values:
            self._folded.setdefault(name.lower(), []).append(name)
        self._leaves = [name.rpartition('.')[2] for name in learned]
        self._handles = handles
        self._data = [value for value in self._values.values() if isinstance(value, DataModule)]

    def of(self, name: str, count: int) -> list[float] | None:
        """The true value of a weight with `count` elements, None when there is none."""
        leaf = name.rpartition('.')[2]
        names = [leaf]
        role = comparison.ROLES.get(leaf)
        # With two layers, nobody says which of them has the role.
        if role is not None and self._leaves.count(leaf) == 1:
            names.append(role)
        for form in ('true_{}', '{}_true'):
            for candidate in names:
                variable = self._variable(form.format(candidate))
                if variable is not None:
                    return self._numbers(variable, count)
        if len(self._data) == 1 and (role is None or role in names):
            truth = comparison.counterpart(leaf, count, self._data[0])
            if truth is not None:
                return truth
        others = [other for other in self._folded.get(leaf.lower(), []) if other != leaf]
        if len(others) == 1:
            return self._numbers(others[0], count)
        return self._numbers(role, count) if role in names and role in self._values else None

    def _variable(self, name: str) -> str | None:
        if name in self._values:
            return name
        same_in_another_case = self._folded.get(name.lower(), [])
        return same_in_another_case[0] if len(same_in_another_case) == 1 else None

    def _numbers(self, name: str, count: int) -> list[float] | None:
        """Its elements, unless it is another kind of thing, or learned itself."""
        value = self._values[name]
        if isinstance(value, torch.Tensor):
            if value.requires_grad or value._h in self._handles or value.numel() != count:
                return None
        elif hasattr(value, '__len__') and len(value) > comparison.MOST:
            return None
        numbers = comparison.numbers(value)
        return numbers if numbers is not None and len(numbers) == count else None
