"""Names with which a piece of code can go on."""

import re
import rlcompleter
from typing import Any

__all__ = ['completions']

_MOST_NAMES = 500
_DOTTED = re.compile(r'[\w.]*\Z')


def completions(text: str, variables: dict[str, Any]) -> list[str]:
    """Names that go on from what stands before the cursor, dotted as there.

    Args:
        text: what stands before the cursor.
        variables: the names that are known.
    """
    found = _DOTTED.search(text)
    word = found[0] if found is not None else ''
    completer = rlcompleter.Completer(variables)
    matches = completer.attr_matches(word) if '.' in word else completer.global_matches(word)
    names = {match.rstrip('( :') for match in matches}
    return sorted(name[:200] for name in names if word.startswith('_') or not name.startswith('_'))[
        :_MOST_NAMES
    ]
