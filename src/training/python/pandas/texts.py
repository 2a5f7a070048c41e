"""`series.str`: the methods of texts, for each of them."""

import re
from typing import Any

from .column import NAN, Column, missing
from .series import Series

__all__ = ['Texts', 'str']

_METHODS = """
    capitalize casefold center count endswith find isalnum isalpha isdigit islower isnumeric isspace istitle
    isupper ljust lower lstrip removeprefix removesuffix rfind rjust rstrip startswith strip swapcase title
    upper zfill
"""


class Texts:
    """The texts of a series.

    Args:
        values: the series.
    """

    def __init__(self, values: Series) -> None:
        self._values = values

    def _each(self, function: Any) -> Series:
        column = [NAN if missing(value) else function(value) for value in self._values]
        return self._values._with(Column(column))

    def len(self) -> Series:
        """How many characters."""
        return self._each(len)

    def __getitem__(self, key: Any) -> Series:
        return self._each(lambda text: text[key])

    def contains(self, pat: Any, case: bool = True, regex: bool = True, na: Any = NAN) -> Series:
        """Whether a pattern is found."""
        found = re.compile(pat if regex else re.escape(pat), 0 if case else re.IGNORECASE)
        column = [na if missing(value) else found.search(value) is not None for value in self._values]
        return self._values._with(Column(column))

    def replace(self, pat: Any, repl: Any, regex: bool = False) -> Series:
        """With another text for a text, or for what a pattern finds."""
        return self._each(lambda text: re.sub(pat, repl, text) if regex else text.replace(pat, repl))

    def split(self, pat: Any = None, n: int = -1, expand: bool = False) -> Any:
        """The parts between separators."""
        parts = self._each(lambda text: text.split(pat, n if n > 0 else -1))
        if not expand:
            return parts
        width = max(len(each) for each in parts)
        columns = {i: Column([each[i] if i < len(each) else None for each in parts]) for i in range(width)}
        return Series._constructor_expanddim(columns, self._values.index)

    def extract(self, pat: Any, expand: bool = True) -> Any:
        """What the groups of a pattern find first."""
        found = [re.search(pat, value) for value in self._values]
        count = re.compile(pat).groups
        columns = {i: Column([m[i + 1] if m else NAN for m in found]) for i in range(count)}
        if not expand and count == 1:
            return self._values._with(columns[0])
        return Series._constructor_expanddim(columns, self._values.index)

    def cat(self, sep: Any = '') -> Any:
        """All texts in one."""
        return sep.join(self._values)

    def get(self, i: int) -> Series:
        """The part at a place."""
        return self[i]

    def __getattr__(self, name: Any) -> Any:
        if name in _METHODS.split():
            return lambda *args, **kwargs: self._each(lambda text: getattr(text, name)(*args, **kwargs))
        raise AttributeError(f"'StringMethods' object has no attribute '{name}'")


def str(values: Series) -> Texts:
    """The texts of a series.

    Raises:
        AttributeError: for a series of numbers.
    """
    if values.dtype.numeric:
        raise AttributeError('Can only use .str accessor with string values!')
    return Texts(values)
