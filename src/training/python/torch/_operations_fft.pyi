"""What the build generates here from the operations' declarations (scripts/generate-python.mjs): `dist/generated`."""

from typing import Any

from . import _handle as _handle
from . import _operation as _operation

__all__: list[str]

def __getattr__(name: str) -> Any: ...
