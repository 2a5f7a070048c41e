"""How columns are written: as many decimals as tell the numbers apart, up to six."""

import math
from collections.abc import Sequence
from typing import Any

_MOST_DECIMALS = 6


def column_texts(values: Sequence[Any], dtype: str) -> list[str]:
    """Each value as a table shows it."""
    if dtype != 'float64':
        return ['NaN' if value is None or value != value else str(value) for value in values]
    decimals = _decimals([value for value in values if math.isfinite(value)])
    return [_number(value, decimals) for value in values]


def _decimals(values: Sequence[float]) -> int:
    """Enough for all to be seen in full, at least one and at most six."""
    texts = [f'{value:.{_MOST_DECIMALS}f}'.rstrip('0') for value in values]
    return max((len(text.partition('.')[2]) for text in texts), default=1) or 1


def _number(value: float, decimals: int) -> str:
    if math.isnan(value):
        return 'NaN'
    return f'{value:.{decimals}f}' if math.isfinite(value) else str(value)


def table_text(labels: Sequence[str], columns: Sequence[tuple[str, Sequence[str]]]) -> str:
    """Columns under their names, aligned to the right; a minus sign takes the second of two blanks between them."""
    width = max((len(label) for label in labels), default=0)
    signed = [
        (name, [text if text.startswith('-') else f' {text}' for text in texts]) for name, texts in columns
    ]
    widths = [max([len(name) + 1, *(len(text) for text in texts)]) for name, texts in signed]
    head = ' ' * width + ''.join(f' {name:>{size}}' for (name, _), size in zip(signed, widths, strict=True))
    rows = [
        f'{label:<{width}}'
        + ''.join(f' {texts[i]:>{size}}' for (_, texts), size in zip(signed, widths, strict=True))
        for i, label in enumerate(labels)
    ]
    return '\n'.join([head, *rows])
