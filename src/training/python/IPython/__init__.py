"""What programs that were written for notebooks import of IPython."""

from typing import Any

from _known import missing

from . import display

__all__ = ['display', 'get_ipython']


def get_ipython() -> None:
    """None: there is no notebook's shell."""


def __getattr__(name: str) -> Any:
    raise missing('IPython', name)
