"""Puts what the learner's functions return in place of their calls: an expression then says all of it."""

import ast
import copy
from collections.abc import Callable, Iterator
from types import CodeType, FunctionType, MethodType
from typing import Any

from _exercise import places

from . import loop_lengths

__all__ = ['MOST_NODES', 'definition_of', 'held', 'inlined', 'pairs_of', 'statements', 'substituted']

MOST_NODES = 2000
"""Of an expression that is read; a loop's unrolled ones are longer."""

_DEEPEST = 8
"""Calls within calls."""

_Definition = ast.FunctionDef | ast.Lambda


def inlined(expression: ast.expr, values: dict[str, Any]) -> ast.expr:
    """An expression with what functions of the learner's return, where their source says that plainly.

    Args:
        expression: stays as it is.
        values: of its names. What functions reach otherwise is added, under names of its own.

    Raises:
        ValueError: when it becomes too long.
    """
    return _Inlining(values).visit(copy.deepcopy(expression))


def substituted(expression: ast.expr, put_in: Callable[[str], ast.expr | None]) -> ast.expr:
    """A copy of an expression with others in place of names, where `put_in` has one.

    Raises:
        ValueError: when it becomes too long.
    """

    class Substitution(ast.NodeTransformer):
        def visit_Name(self, node: ast.Name) -> ast.expr:
            other = put_in(node.id) if isinstance(node.ctx, ast.Load) else None
            return node if other is None else copy.deepcopy(other)

    made = Substitution().visit(copy.deepcopy(expression))
    if sum(1 for _ in ast.walk(made)) > MOST_NODES:
        raise ValueError('too long to be read')
    return made


def held(expression: ast.AST, values: dict[str, Any]) -> Any:
    """What a variable, or an attribute of one, stands for; None of any other expression."""
    match expression:
        case ast.Name(id=name):
            return values.get(name)
        case ast.Attribute(value=owner, attr=name):
            return getattr(held(owner, values), name, None)
    return None


def definition_of(code: CodeType) -> _Definition | None:
    """The function or `lambda` of the learner's that code was compiled of; None where that is not certain."""
    if code.co_filename not in places.documents:
        return None
    found = [
        node
        for node in ast.walk(loop_lengths.source_of(code))
        if isinstance(node, (ast.FunctionDef, ast.Lambda))
        and min(part.lineno for part in (node, *getattr(node, 'decorator_list', []))) == code.co_firstlineno
        and getattr(node, 'name', '<lambda>') == code.co_name
    ]
    return found[0] if len(found) == 1 else None


def statements(body: list[ast.stmt], within: tuple[type[ast.stmt], ...]) -> Iterator[ast.stmt]:
    """Those of a block in their order, those in statements of the types `within` among them."""
    for statement in body:
        if isinstance(statement, within):
            yield from statements(getattr(statement, 'body', []), within)
        else:
            yield statement


def pairs_of(target: ast.expr, value: ast.expr) -> Iterator[tuple[str, ast.expr]]:
    """What an assignment makes of variables, one by one."""
    if isinstance(target, ast.Name):
        yield target.id, value
    elif isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        for name, part in zip(target.elts, value.elts, strict=False):
            yield from pairs_of(name, part)


class _Inlining(ast.NodeTransformer):
    def __init__(self, values: dict[str, Any]) -> None:
        self._values = values
        self._depth = 0

    def visit_Call(self, node: ast.Call) -> ast.expr:
        self.generic_visit(node)
        function = held(node.func, self._values)
        if function is None or self._depth >= _DEEPEST:
            return node
        returned = self._returned(function, node)
        if returned is None:
            return node
        self._depth += 1
        try:
            return self.visit(returned)
        finally:
            self._depth -= 1

    def _returned(self, function: Any, call: ast.Call) -> ast.expr | None:
        first: list[ast.expr] = []
        if isinstance(function, MethodType):
            first = [self._named('self', function.__self__)]
            function = function.__func__
        definition = definition_of(function.__code__) if isinstance(function, FunctionType) else None
        if definition is None:
            return None
        variables = self._arguments(definition.args, function, [*first, *call.args], call.keywords)
        return None if variables is None else self._result(definition, function, variables)

    def _arguments(
        self,
        wanted: ast.arguments,
        function: FunctionType,
        given: list[ast.expr],
        named: list[ast.keyword],
    ) -> dict[str, ast.expr] | None:
        """What each parameter stands for; None where that takes Python to say."""
        names = [parameter.arg for parameter in (*wanted.posonlyargs, *wanted.args)]
        collects = wanted.vararg is not None or wanted.kwarg is not None
        if collects or len(given) > len(names) or any(isinstance(one, ast.Starred) for one in given):
            return None
        defaults = function.__defaults__ or ()
        left = dict(zip(names[len(names) - len(defaults) :], defaults, strict=True))
        left.update(function.__kwdefaults__ or {})
        variables = {name: self._named(name, value) for name, value in left.items()}
        variables.update(zip(names, given, strict=False))
        variables.update((keyword.arg or '', keyword.value) for keyword in named)
        every = {*names, *(parameter.arg for parameter in wanted.kwonlyargs)}
        return variables if variables.keys() == every else None

    def _result(
        self, definition: _Definition, function: FunctionType, variables: dict[str, ast.expr]
    ) -> ast.expr | None:
        code = function.__code__
        cells = dict(zip(code.co_freevars, function.__closure__ or (), strict=True))

        def put_in(name: str) -> ast.expr | None:
            if name in variables:
                return variables[name]
            if name in cells:
                return self._named(name, cells[name].cell_contents)
            return self._named(name, function.__globals__[name]) if name in function.__globals__ else None

        if isinstance(definition, ast.Lambda):
            return substituted(definition.body, put_in)
        for statement in statements(definition.body, (ast.With,)):
            match statement:
                case ast.Return(value=ast.expr() as value):
                    return substituted(value, put_in)
                case ast.Assign(targets=[target], value=value):
                    variables.update(pairs_of(target, substituted(value, put_in)))
                case ast.AugAssign(target=ast.Name(id=name), op=sign, value=value):
                    before = ast.Name(name, ast.Load())
                    variables[name] = substituted(ast.BinOp(before, sign, value), put_in)
                case ast.Expr() | ast.Assert() | ast.Pass():
                    pass
                case _:
                    return None
        return None

    def _named(self, name: str, value: Any) -> ast.expr:
        """A name for a value: its own, unless that stands for something else here."""
        while self._values.setdefault(name, value) is not value:
            name = f'{name}_'
        return ast.Name(name, ast.Load())
