"""How many rounds a training loop has: read from the `for … in range(…)` around it, where that is certain."""

import ast
import builtins
import linecache
import operator
import sys
from collections.abc import Callable, Iterator
from types import CodeType, FrameType
from typing import Any, NamedTuple, TypedDict

import torch
from _exercise import places
from torch.utils.data import DataLoader

__all__ = ['Rounds', 'learners_frame', 'loops_in', 'rounds', 'source_of']

_SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
_LOOPS = (ast.For, ast.AsyncFor, ast.While)

_OPERATORS: dict[type[ast.operator], Callable[[int, int], int]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.FloorDiv: operator.floordiv,
}

_SIZED = (list, tuple, dict, str, range, torch.Tensor, DataLoader)
"""What `len` is asked of: nothing of the learner's own, which may do anything."""

_AROUND_RANGE = ('tqdm', 'trange', 'enumerate')
"""Calls that go through a range as it is; `trange` is one itself."""


class Rounds(TypedDict):
    """How often a loop goes round, and how many rounds it has ended."""

    of: int
    done: int


class _Loop(NamedTuple):
    node: ast.For | ast.AsyncFor | ast.While
    frame: FrameType


def rounds(per_epoch: bool, holders: Callable[[dict[str, Any]], set[str]]) -> Rounds | None:
    """Rounds of the loop that is training; None where they are not certain.

    Args:
        per_epoch: whether the rounds of the loop around a DataLoader are meant.
        holders: names of a namespace's variables that hold the loop's weights.
    """
    loops = list(_around())
    if per_epoch:
        batches = next((i for i, loop in enumerate(loops) if _range_of(loop) is None), len(loops))
        loops = loops[batches + 1 :]
    total = Rounds(of=1, done=0)
    inner: _Loop | None = None
    for loop in loops:
        if inner is not None and _makes_weights(loop, inner, holders):
            break
        own = _rounds_of(loop)
        if own is None:
            return None
        total = Rounds(of=own['of'] * total['of'], done=own['done'] * total['of'] + total['done'])
        inner = loop
    return None if inner is None else total


def learners_frame() -> FrameType | None:
    """The innermost frame of the learner's code that is running."""
    frame: FrameType | None = sys._getframe(1)
    while frame is not None and frame.f_code.co_filename not in places.documents:
        frame = frame.f_back
    return frame


def _around() -> Iterator[_Loop]:
    """The loops of the learner's code that are running, innermost first."""
    frame = learners_frame()
    while frame is not None and frame.f_code.co_filename in places.documents:
        for node in reversed(loops_in(frame)):
            yield _Loop(node, frame)
        frame = frame.f_back


def source_of(code: CodeType) -> ast.Module:
    """All of the document that code was compiled of."""
    return ast.parse(''.join(linecache.getlines(code.co_filename)))


def loops_in(frame: FrameType) -> list[ast.For | ast.AsyncFor | ast.While]:
    """The loops around the line that a frame executes, outermost first.

    Raises:
        LookupError: when the frame is no function, class or module that the source shows there.
    """
    code, line = frame.f_code, frame.f_lineno
    found: list[ast.For | ast.AsyncFor | ast.While] = []
    scope = '<module>'
    body: list[ast.stmt] = source_of(code).body
    while body:
        node = next((node for node in body if node.lineno <= line <= (node.end_lineno or line)), None)
        if node is None:
            break
        if isinstance(node, _SCOPES) and line > node.lineno:
            scope, found = node.name, []
        elif isinstance(node, _LOOPS) and line <= (node.body[-1].end_lineno or line):
            found.append(node)
        body = [child for part in _blocks(node) for child in part]
    if scope != code.co_name:
        raise LookupError(code.co_name)
    return found


def _blocks(node: ast.stmt) -> Iterator[list[ast.stmt]]:
    """The blocks of statements that a statement has."""
    for name in ('body', 'orelse', 'finalbody'):
        yield getattr(node, name, [])
    for part in [*getattr(node, 'handlers', []), *getattr(node, 'cases', [])]:
        yield part.body


def _range_of(loop: _Loop) -> ast.Call | None:
    """The call of `range` that a loop goes through; None when it goes through something else."""
    call = getattr(loop.node, 'iter', None)
    while isinstance(call, ast.Call):
        name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, 'attr', '')
        if name == 'trange' or (name == 'range' and _looked_up(loop.frame, 'range') is range):
            return call
        if name not in _AROUND_RANGE or not call.args or (name == 'enumerate' and len(call.args) > 1):
            return None
        call = call.args[0]
    return None


def _rounds_of(loop: _Loop) -> Rounds | None:
    call = _range_of(loop)
    if call is None or _leaves(loop.node.body):
        return None
    if _written(loop.node) & {name for argument in call.args for name in _names(argument)}:
        return None
    through = range(*(_integer(argument, loop.frame) for argument in call.args[:3]))
    target = getattr(loop.node, 'target', None)
    counter = target.elts[0] if isinstance(target, ast.Tuple) and _calls(loop.node, 'enumerate') else None
    if isinstance(counter, ast.Name):
        done = _looked_up(loop.frame, counter.id)
    elif isinstance(target, ast.Name):
        value = _looked_up(loop.frame, target.id)
        done = through.index(value) if value in through else -1
    else:
        return None
    return Rounds(of=len(through), done=done) if 0 <= done < len(through) else None


def _calls(node: ast.AST, name: str) -> bool:
    call = getattr(node, 'iter', None)
    return isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == name


def _leaves(body: list[ast.stmt]) -> bool:
    """Whether a loop with this body may end before its last round."""
    for node in body:
        if isinstance(node, (ast.Break, ast.Return)):
            return True
        if isinstance(node, _SCOPES):
            continue
        if isinstance(node, _LOOPS):
            returns = any(isinstance(part, ast.Return) for part in ast.walk(node))
            if returns or _leaves(node.orelse):
                return True
        elif any(_leaves(block) for block in _blocks(node)):
            return True
    return False


def _names(node: ast.AST) -> set[str]:
    """Variables and attributes in it."""
    variables = {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}
    return variables | {part.attr for part in ast.walk(node) if isinstance(part, ast.Attribute)}


def _written(node: ast.AST, besides: ast.AST | None = None) -> set[str]:
    """Variables and attributes that it assigns anew or changes, outside of `besides`."""
    if node is besides:
        return set()
    own = {getattr(node, 'id', None) or getattr(node, 'attr', '')} if _is_target(node) else set[str]()
    return own.union(*(_written(child, besides) for child in ast.iter_child_nodes(node)))


def _is_target(node: ast.AST) -> bool:
    return isinstance(node, (ast.Name, ast.Attribute)) and isinstance(node.ctx, ast.Store)


def _makes_weights(loop: _Loop, inner: _Loop, holders: Callable[[dict[str, Any]], set[str]]) -> bool:
    """Whether each round of a loop has weights of its own, so that one training is the loop inside it."""
    frame = loop.frame
    held = holders({**frame.f_globals, **frame.f_locals})
    is_called = frame is not inner.frame
    return bool(held & _written(loop.node, inner.node)) or (is_called and not held)


def _looked_up(frame: FrameType, name: str) -> Any:
    for namespace in (frame.f_locals, frame.f_globals, vars(builtins)):
        if name in namespace:
            return namespace[name]
    raise LookupError(name)


def _integer(node: ast.expr, frame: FrameType) -> int:
    """The value of an argument of `range`.

    Raises:
        LookupError: when it cannot be told without running the learner's code.
    """
    match node:
        case ast.BinOp(left=left, op=sign, right=right) if type(sign) in _OPERATORS:
            return _OPERATORS[type(sign)](_integer(left, frame), _integer(right, frame))
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_integer(operand, frame)
        case ast.Call(func=ast.Name(id='len'), args=[argument]) if _looked_up(frame, 'len') is len:
            value = _value(argument, frame)
            if type(value) in _SIZED:
                return len(value)
        case _:
            value = _value(node, frame)
            if type(value) is int:
                return value
    raise LookupError(ast.unparse(node))


def _value(node: ast.expr, frame: FrameType) -> Any:
    """The value of a literal, of a variable or of what an object keeps under a name."""
    match node:
        case ast.Constant(value=value):
            return value
        case ast.Name(id=name):
            return _looked_up(frame, name)
        case ast.Attribute(value=owner, attr=name):
            return vars(_value(owner, frame))[name]
    raise LookupError(ast.unparse(node))
