"""Record the forms that PyTorch lists when the arguments of a call fit none of them.

    python scripts/record-pytorch-forms.py

writes `src/training/python/torch/_forms_data.py`: for each function of `torch` and `torch._C._nn`, and for each method
of tensors, that has several forms, these as PyTorch words them. It needs a Python with PyTorch 2.9.0; `_mismatch.py`
loads the table when such an error is raised.
"""

from __future__ import annotations

import re
import warnings
from pathlib import Path
from typing import Any

import torch

TARGET = Path(__file__).resolve().parent.parent / 'src/training/python/torch/_forms_data.py'
MORE_THAN_ANY_FORM_TAKES = 40
HEADER = '''"""The forms of PyTorch {version}'s functions that have several; made by scripts/record-pytorch-forms.py."""

__all__ = ['FUNCTIONS', 'METHODS']
'''


def forms(name: str, function: Any) -> tuple[str, ...]:
    """What PyTorch says it expects when it is given what no form takes; nothing of functions with one form."""
    try:
        function(*[object()] * MORE_THAN_ANY_FORM_TAKES)
    except TypeError as error:
        first, *rest = str(error).split('\n')
        if re.match(rf'{re.escape(name)}\(\) received an invalid combination of arguments', first):
            return tuple(line[3:] for line in rest if line.startswith(' * '))
    except Exception:
        pass
    return ()


def table(owners: list[Any]) -> dict[str, tuple[str, ...]]:
    """The forms of every public name of some modules or objects."""
    found: dict[str, tuple[str, ...]] = {}
    for owner in owners:
        for name in sorted(dir(owner)):
            try:
                function = getattr(owner, name)
            except Exception:
                continue
            if name.startswith('_') or not callable(function) or isinstance(function, type):
                continue
            listed = forms(name, function)
            if listed:
                found.setdefault(name, listed)
    return dict(sorted(found.items()))


def written(name: str, rows: dict[str, tuple[str, ...]]) -> str:
    """A table as a text of one name to a line, its forms below it."""
    lines = [f'\n{name} = """']
    for each, listed in rows.items():
        lines += [each, *(f' {form}' for form in listed)]
    return '\n'.join(lines) + '\n"""\n'


def main() -> None:
    """Writes the table."""
    warnings.simplefilter('ignore')
    functions = table([torch, torch._C._nn])
    methods = table([torch.ones(2, 2)])
    text = HEADER.format(version=torch.__version__.partition('+')[0])
    TARGET.write_text(text + written('FUNCTIONS', functions) + written('METHODS', methods), 'utf-8')
    print(f'{len(functions)} functions, {len(methods)} methods')


main()
