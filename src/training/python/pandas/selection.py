"""Rows chosen: by an expression, by size, at random, without repetitions."""

from collections import namedtuple
from collections.abc import Iterator
from typing import Any

import numpy as np

from .column import NAN, Column
from .frame import DataFrame
from .series import Series

__all__ = [
    'drop_duplicates', 'duplicated', 'eval', 'filter', 'itertuples', 'mask', 'nlargest', 'nsmallest', 'query',
    'sample', 'where',
]  # fmt: skip


class _Names(dict):
    """The names of an expression: a frame's columns, and what Python has."""

    def __init__(self, frame: DataFrame) -> None:
        super().__init__()
        self._frame = frame

    def __missing__(self, name: str) -> Any:
        if name in self._frame:
            return self._frame[name]
        raise NameError(f"name '{name}' is not defined")


def _evaluated(frame: DataFrame, expr: str) -> Any:
    import ast

    class Elementwise(ast.NodeTransformer):
        """`and`, `or` and `not` for every element; `1 < x < 3` as two comparisons."""

        def visit_BoolOp(self, node: Any) -> Any:
            self.generic_visit(node)
            made = node.values[0]
            for value in node.values[1:]:
                kind = ast.BitAnd() if isinstance(node.op, ast.And) else ast.BitOr()
                made = ast.BinOp(made, kind, value)
            return made

        def visit_UnaryOp(self, node: Any) -> Any:
            self.generic_visit(node)
            return ast.UnaryOp(ast.Invert(), node.operand) if isinstance(node.op, ast.Not) else node

    tree = ast.fix_missing_locations(Elementwise().visit(ast.parse(expr.strip(), mode='eval')))
    return _run(compile(tree, '<expression>', 'eval'), {'__builtins__': {}}, _Names(frame))


_run = eval


def query(frame: DataFrame, expr: str) -> DataFrame:
    """The rows for which an expression over the columns holds."""
    return frame[_evaluated(frame, expr)]


def eval(frame: DataFrame, expr: str) -> Any:
    """The value of an expression over the columns."""
    return _evaluated(frame, expr)


def _by(data: Any, columns: Any) -> list[Any]:
    if isinstance(data, Series):
        return data.tolist()
    return list(
        zip(*(data[name] for name in ([columns] if isinstance(columns, str) else columns)), strict=True)
    )


def _taken(data: Any, places: list[int]) -> Any:
    return data._taken(places) if isinstance(data, Series) else data._rows(places)


def nlargest(data: Any, n: int = 5, columns: Any = None) -> Any:
    """The rows with the largest values."""
    keys = _by(data, columns)
    return _taken(data, sorted(range(len(keys)), key=lambda place: keys[place], reverse=True)[:n])


def nsmallest(data: Any, n: int = 5, columns: Any = None) -> Any:
    """The rows with the smallest values."""
    keys = _by(data, columns)
    return _taken(data, sorted(range(len(keys)), key=lambda place: keys[place])[:n])


def sample(
    data: Any,
    n: int | None = None,
    frac: float | None = None,
    replace: bool = False,
    random_state: Any = None,
) -> Any:
    """Rows at random: so many, or a part of all."""
    count = round(len(data) * frac) if frac is not None else 1 if n is None else n
    stream = np.random if random_state is None else random_state
    if isinstance(random_state, int):
        stream = np.random.RandomState(random_state)
    return _taken(data, [int(place) for place in stream.choice(len(data), count, replace)])


def duplicated(data: Any, subset: Any = None, keep: Any = 'first') -> Series:
    """Which rows repeat another."""
    columns = list(data) if subset is None and not isinstance(data, Series) else subset
    keys = _by(data, columns)
    order = range(len(keys) - 1, -1, -1) if keep == 'last' else range(len(keys))
    flags, seen = [False] * len(keys), set()
    for place in order:
        flags[place] = keys[place] in seen
        seen.add(keys[place])
    if keep is False:
        flags = [keys.count(key) > 1 for key in keys]
    return Series(flags, data.index)


def drop_duplicates(data: Any, subset: Any = None, keep: Any = 'first') -> Any:
    """Without the rows that repeat another."""
    flags = duplicated(data, subset, keep).tolist()
    return _taken(data, [place for place, flag in enumerate(flags) if not flag])


def where(data: Any, cond: Any, other: Any = NAN) -> Any:
    """With another value where a condition does not hold."""
    if isinstance(data, Series):
        flags = cond.tolist() if hasattr(cond, 'tolist') else list(cond)
        return data._with(Column([v if flag else other for v, flag in zip(data, flags, strict=True)]))
    return data._with(
        {n: where(data[n], cond[n] if isinstance(cond, DataFrame) else cond, other)._column for n in data}
    )


def mask(data: Any, cond: Any, other: Any = NAN) -> Any:
    """With another value where a condition holds."""
    return where(data, ~cond, other)


def filter(
    frame: DataFrame, items: Any = None, like: str | None = None, regex: str | None = None
) -> DataFrame:
    """The columns that are named, or whose names have a text in them."""
    import re

    if items is not None:
        return frame[[name for name in items if name in frame]]
    found = [
        n for n in frame if (like is not None and like in n) or (regex is not None and re.search(regex, n))
    ]
    return frame[found]


def itertuples(frame: DataFrame, index: bool = True, name: str | None = 'Pandas') -> Iterator[Any]:
    """The rows as named tuples."""
    names = (['Index'] if index else []) + [str(each) for each in frame]
    row = namedtuple(name, names, rename=True) if name else lambda *values: values
    for place, label in enumerate(frame.index):
        yield row(*([label] if index else []), *frame._row_values(place))
