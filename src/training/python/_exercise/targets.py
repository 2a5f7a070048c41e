"""Which instructions of compiled code give a name a value, and where the next instruction finds it."""

import ast
import opcode
from collections.abc import Iterator
from types import CodeType
from typing import Any, NamedTuple

__all__ = ['Store', 'Targets', 'stores_of']

_STORE_ATTR = opcode.opmap['STORE_ATTR']
_TWO_STORES = opcode.opmap['STORE_FAST_STORE_FAST']
_STORE_AND_LOAD = opcode.opmap['STORE_FAST_LOAD_FAST']
_BY_NAME = frozenset(opcode.opmap[name] for name in ('STORE_NAME', 'STORE_GLOBAL'))
_STORES = _BY_NAME | {
    _STORE_ATTR,
    _TWO_STORES,
    _STORE_AND_LOAD,
    opcode.opmap['STORE_FAST'],
    opcode.opmap['STORE_DEREF'],
}
_EXTENDED_ARG = opcode.opmap['EXTENDED_ARG']
_BACKWARD = frozenset(code for name, code in opcode.opmap.items() if 'BACKWARD' in name)
_JUMPS = frozenset(opcode.hasjrel)
_CACHES = {opcode.opmap[name]: count for name, count in opcode._inline_cache_entries.items()}  # pyright: ignore[reportAttributeAccessIssue]

Parameters = dict[tuple[int, str], list[tuple[int, str]]]
"""Line and name of each parameter of a function, by the function's first line and name."""


class Targets:
    """What the statements of a document assign to; variables of comprehensions are not among it.

    Attributes:
        variables: line and name.
        owners: of an attribute, by line and name, the name of its owner.
        parameters: of its functions.
    """

    def __init__(self, statements: list[ast.stmt]) -> None:
        self.variables: set[tuple[int, str]] = set()
        self.owners: dict[tuple[int, str], str] = {}
        self.parameters: Parameters = {}
        self._read(statements)

    def _read(self, statements: list[ast.stmt]) -> None:
        for statement in statements:
            read = _READERS.get(type(statement))
            if read is not None:
                read(self, statement)
            for field in _BLOCKS.get(type(statement), ()):
                self._read(getattr(statement, field))

    def _read_assign(self, statement: ast.Assign) -> None:
        for target in statement.targets:
            self._add(target)

    def _read_target(self, statement: ast.AugAssign | ast.AnnAssign | ast.For | ast.AsyncFor) -> None:
        self._add(statement.target)

    def _read_with(self, statement: ast.With | ast.AsyncWith) -> None:
        for item in statement.items:
            if item.optional_vars is not None:
                self._add(item.optional_vars)

    def _read_function(self, function: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        first = min([function.lineno, *(decorator.lineno for decorator in function.decorator_list)])
        given = function.args
        self.parameters[first, function.name] = [
            (parameter.lineno, parameter.arg)
            for parameter in (*given.posonlyargs, *given.args, *given.kwonlyargs)
        ]

    def _read_try(self, statement: ast.Try | ast.TryStar) -> None:
        for handler in statement.handlers:
            self._read(handler.body)

    def _read_match(self, statement: ast.Match) -> None:
        for case in statement.cases:
            self._read(case.body)

    def _add(self, target: ast.expr) -> None:
        if isinstance(target, ast.Name):
            self.variables.add((target.lineno, target.id))
        elif isinstance(target, (ast.Tuple, ast.List)):
            for element in target.elts:
                self._add(element)
        elif isinstance(target, ast.Starred):
            self._add(target.value)
        elif isinstance(target, ast.Attribute) and isinstance(target.value, ast.Name):
            self.owners[target.lineno, target.attr] = target.value.id


_READERS: dict[type, Any] = {
    ast.Assign: Targets._read_assign,
    ast.AugAssign: Targets._read_target,
    ast.AnnAssign: Targets._read_target,
    ast.For: Targets._read_target,
    ast.AsyncFor: Targets._read_target,
    ast.With: Targets._read_with,
    ast.AsyncWith: Targets._read_with,
    ast.FunctionDef: Targets._read_function,
    ast.AsyncFunctionDef: Targets._read_function,
    ast.Try: Targets._read_try,
    ast.TryStar: Targets._read_try,
    ast.Match: Targets._read_match,
}
_BLOCKS: dict[type, tuple[str, ...]] = {
    ast.For: ('body', 'orelse'),
    ast.AsyncFor: ('body', 'orelse'),
    ast.While: ('body', 'orelse'),
    ast.If: ('body', 'orelse'),
    ast.With: ('body',),
    ast.AsyncWith: ('body',),
    ast.Try: ('body', 'orelse', 'finalbody'),
    ast.TryStar: ('body', 'orelse', 'finalbody'),
    ast.FunctionDef: ('body',),
    ast.AsyncFunctionDef: ('body',),
    ast.ClassDef: ('body',),
}


class Store(NamedTuple):
    """An instruction, or several that follow each other, after which names have new values.

    Attributes:
        at: offset of the first of them.
        after: offset of the next instruction.
        names: line, owner or None, and name of each.
        is_joined: whether the next instruction is also reached in another way.
    """

    at: int
    after: int
    names: list[tuple[int, str | None, str]]
    is_joined: bool


def stores_of(code: CodeType, targets: Targets) -> list[Store]:
    """Where the code gives values to targets; functions within it are not looked into."""
    found: list[Store] = []
    joined: set[int] = set()
    lines = [position[0] for position in code.co_positions()]
    for begin, after, operation, argument in _instructions(code):
        if operation in _JUMPS:
            joined.add(after + 2 * (-argument if operation in _BACKWARD else argument))
        if operation not in _STORES:
            continue
        names = _names(code, operation, argument, lines[after // 2 - 1], targets)
        if names and found and found[-1].after == begin:
            last = found.pop()
            names, begin = [*last.names, *names], last.at
        if names:
            found.append(Store(begin, after, names, False))
    return [store._replace(is_joined=store.after in joined) for store in found]


def _instructions(code: CodeType) -> Iterator[tuple[int, int, int, int]]:
    """Of each instruction where it begins and ends, with its prefixes; the operation and its argument."""
    raw = code.co_code
    begin = offset = argument = 0
    while offset < len(raw):
        operation = raw[offset]
        argument = argument << 8 | raw[offset + 1]
        offset += 2
        if operation == _EXTENDED_ARG:
            continue
        end = offset + 2 * _CACHES.get(operation, 0)
        yield begin, end, operation, argument
        begin = offset = end
        argument = 0


def _names(
    code: CodeType, operation: int, argument: int, line: int | None, targets: Targets
) -> list[tuple[int, str | None, str]]:
    """What an instruction stores to, as far as it is among the targets."""
    if line is None:
        return []
    if operation == _STORE_ATTR:
        name = code.co_names[argument]
        owner = targets.owners.get((line, name))
        return [] if owner is None else [(line, owner, name)]
    return [
        (line, None, name)
        for name in _variables(code, operation, argument)
        if (line, name) in targets.variables
    ]


def _variables(code: Any, operation: int, argument: int) -> list[str]:
    if operation in _BY_NAME:
        return [code.co_names[argument]]
    if operation == _TWO_STORES:
        return [code._varname_from_oparg(argument >> 4), code._varname_from_oparg(argument & 15)]
    if operation == _STORE_AND_LOAD:
        return [code._varname_from_oparg(argument >> 4)]
    return [code._varname_from_oparg(argument)]
