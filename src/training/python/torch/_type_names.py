"""How messages name the types that PyTorch and numpy write in C: with their package."""

from typing import Any

__all__ = ['BuiltinType']


class BuiltinType(type):
    """The type of such a class: Python's own messages say `'torch.Size' object`, `__name__` is `Size`."""

    def __new__(mcs, name: str, bases: tuple[type, ...], body: dict[str, Any], package: str = '') -> Any:
        return super().__new__(mcs, f'{package}.{name}' if package else name, bases, body)

    def __init__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any], package: str = '') -> None:
        super().__init__(name, bases, body)

    @property
    def __name__(cls) -> str:  # type: ignore[override]
        return cls.__qualname__
