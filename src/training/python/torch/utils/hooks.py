"""torch.utils.hooks: what lets a hook be taken away again."""

from collections import OrderedDict
from typing import Any

__all__ = ['RemovableHandle']


class RemovableHandle:
    """Lets a hook be taken away again."""

    next_id = 0

    def __init__(self, hooks_dict: 'OrderedDict[int, Any]', *, extra_dict: Any = None) -> None:
        self._places = [hooks_dict, *(() if extra_dict is None else extra_dict)]
        self.id = RemovableHandle.next_id
        RemovableHandle.next_id += 1

    def remove(self) -> None:
        """Takes the hook away."""
        for place in self._places:
            place.pop(self.id, None)

    def __enter__(self) -> 'RemovableHandle':
        return self

    def __exit__(self, *_: object) -> None:
        self.remove()
