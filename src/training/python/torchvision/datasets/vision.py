"""What data sets of pictures have in common."""

from collections.abc import Callable
from typing import Any

from torch.utils.data import Dataset

__all__ = ['VisionDataset']


class VisionDataset(Dataset):
    """Pictures with targets, each transformed when it is taken.

    Args:
        root: the folder of the files.
        transform: applied to every picture.
        target_transform: applied to every target.
    """

    def __init__(
        self,
        root: str,
        transform: Callable[[Any], Any] | None = None,
        target_transform: Callable[[Any], Any] | None = None,
    ) -> None:
        self.root = root
        self.transform = transform
        self.target_transform = target_transform

    def __len__(self) -> int:
        raise NotImplementedError

    def _transformed(self, picture: Any, target: Any) -> tuple[Any, Any]:
        if self.transform is not None:
            picture = self.transform(picture)
        return picture, target if self.target_transform is None else self.target_transform(target)

    def extra_repr(self) -> str:
        """A line more of `repr`."""
        return ''

    def __repr__(self) -> str:
        lines = [
            f'Dataset {type(self).__name__}',
            f'    Number of datapoints: {len(self)}',
            f'    Root location: {self.root}',
        ]
        if self.extra_repr():
            lines.append(f'    {self.extra_repr()}')
        if self.transform is not None:
            lines.append('    StandardTransform')
            lines.append('Transform: ' + repr(self.transform).replace('\n', '\n           '))
        return '\n'.join(lines)
