"""Displaying objects: their text is printed; figures go into the panel by themselves."""

from typing import Any

from _known import missing

__all__ = ['clear_output', 'display', 'set_matplotlib_formats']


def display(*objs: Any, **kwargs: Any) -> None:
    """Prints the repr of objects; a figure is shown in the panel at the end of its cell."""
    for obj in objs:
        if not hasattr(obj, 'add_subplot'):
            print(repr(obj))


def clear_output(wait: bool = False) -> None:
    """Has no effect: what was printed stays."""


def set_matplotlib_formats(*formats: str, **kwargs: Any) -> None:
    """Has no effect: the panel draws figures sharply at every size."""


def __getattr__(name: str) -> Any:
    raise missing('IPython.display', name)
