"""Frames and series as text, in pandas' layout."""

from typing import Any

from .column import FLOAT, INT, OBJECT, Column, missing

__all__ = ['DIGITS', 'FEWEST_ROWS', 'MOST_ROWS', 'WIDTH', 'cells', 'floats', 'frame_text', 'series_text']

DIGITS = 6
MOST_ROWS = 60
FEWEST_ROWS = 10
WIDTH = 80


def cells(column: Column) -> list[str]:
    """The texts of a column's values; each begins with a blank or a sign."""
    if column.dtype == INT:
        return [f'{value: d}' for value in column.values]
    if column.dtype == FLOAT:
        return floats(column.values)
    return [_object(value) for value in column.values]


def _object(value: Any) -> str:
    if isinstance(value, float) and not missing(value):
        return _without_zeros([f'{value: .{DIGITS}f}'])[0]
    return ' NaN' if missing(value) and value is not None else f' {value}'


def floats(values: list[float]) -> list[str]:
    """Numbers with equally many decimals, as few as show them to six."""
    if all(missing(value) for value in values):
        return ['NaN'] * len(values)
    texts = _without_zeros([_float(value, 'f') for value in values])
    finite = [abs(value) for value in values if not missing(value)]
    small = any(0 < value < 10**-DIGITS for value in finite)
    long = max(map(len, texts), default=0) > DIGITS + 6 and any(value > 1e6 for value in finite)
    return _without_zeros([_float(value, 'e') for value in values]) if small or long else texts


def _float(value: float, form: str) -> str:
    return ' NaN' if missing(value) else f'{value: .{DIGITS}{form}}'


def _without_zeros(texts: list[str]) -> list[str]:
    """Takes zeros off the ends as long as all have one, but for the first decimal."""

    def is_number(text: str) -> bool:
        return '.' in text and 'e' not in text

    while any(map(is_number, texts)) and all(
        text.endswith('0') and not text.endswith('.0') for text in texts if is_number(text)
    ):
        texts = [text[:-1] if is_number(text) else text for text in texts]
    return texts


def _shown(count: int) -> list[int | None]:
    """The rows that are shown; None where some are left out."""
    if count <= MOST_ROWS:
        return list(range(count))
    half = FEWEST_ROWS // 2
    return [*range(half), None, *range(count - half, count)]


def series_text(labels: list[Any], column: Column, name: Any, index_name: Any = None) -> str:
    """The text of a series."""
    ending = '' if name is None else f'Name: {name}, '
    if not len(column):
        return f'Series([], {ending}dtype: {column.dtype})'
    rows = _shown(len(column))
    heads = [] if index_name is None else [str(index_name)]
    heads += ['' if row is None else str(labels[row]) for row in rows]
    texts = _picked(cells(_part(column, rows)), rows)
    wide, width = max(map(len, heads[-len(texts) :])), max(map(len, texts))
    texts = [
        text.strip().center(width) if rows[i] is None else f'{text:>{width}}' for i, text in enumerate(texts)
    ]
    start = len(heads) - len(texts)
    lines = [f'{head:<{wide}}   {text}' for head, text in zip(heads[start:], texts, strict=True)]
    length = f'Length: {len(column)}, ' if None in rows else ''
    return '\n'.join([*heads[:start], *lines, f'{ending}{length}dtype: {column.dtype}'])


def _part(column: Column, rows: list[int | None]) -> Column:
    return column.take([row for row in rows if row is not None])


def _picked(texts: list[str], rows: list[int | None]) -> list[str]:
    """Puts dots where rows are left out."""
    found = iter(texts)
    width = max(map(len, texts), default=0)
    dots = ' ...' if width > 3 else ' ..'
    if texts and texts[0][:1] not in ' -':
        dots = dots[1:]
    return [dots if row is None else next(found) for row in rows]


def frame_text(labels: list[Any], columns: dict[Any, Column], index_name: Any = None) -> str:
    """The text of a frame."""
    if not columns or not labels:
        names = ', '.join(map(str, columns))
        return f'Empty DataFrame\nColumns: [{names}]\nIndex: [{", ".join(map(str, labels[:50]))}]'
    rows = _shown(len(labels))
    index = ['', *_picked([str(labels[row]) for row in rows if row is not None], rows)]
    blocks = [_block(name, column, rows) for name, column in columns.items()]
    if index_name is not None:
        index.insert(1, str(index_name))
        blocks = [[block[0], ' ' * len(block[0]), *block[1:]] for block in blocks]
    wide = max(map(len, index))
    blocks, cut = _fitted(blocks, wide)
    lines = [
        ' '.join([f'{head:<{wide}}', *(block[number] for block in blocks)])
        for number, head in enumerate(index)
    ]
    if cut or None in rows:
        lines += ['', f'[{len(labels)} rows x {len(columns)} columns]']
    return '\n'.join(lines)


def _block(name: Any, column: Column, rows: list[int | None]) -> list[str]:
    """A column with its heading, all of one width."""
    heading = str(name) if column.dtype == OBJECT else f' {name}'
    texts = [heading, *_picked(cells(_part(column, rows)), rows)]
    width = max(map(len, texts))
    return [f'{text:>{width}}' for text in texts]


def _fitted(blocks: list[list[str]], index_width: int) -> tuple[list[list[str]], bool]:
    """Leaves columns in the middle out, as many as make a line too long, and equally many at both sides."""
    widths = [index_width, *(len(block[0]) for block in blocks)]
    excess = sum(widths) + len(blocks) - WIDTH
    if excess <= 0:
        return blocks, False
    while excess > 0 and len(widths) > 1:
        excess -= widths.pop(round(len(widths) / 2)) + 1
    side = max(2, len(widths) - 1) // 2
    dots = [' ...'] * len(blocks[0])
    return [*blocks[:side], dots, *blocks[-side:]], True
