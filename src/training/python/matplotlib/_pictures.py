"""`imread` and `imsave`: picture files as arrays."""

from typing import Any

import numpy as np
from numpy import ndarray
from PIL import Image

__all__ = ['imread', 'imsave']


def imread(fname: Any, format: str | None = None) -> ndarray:
    """The picture of a file, with values from 0 to 1 of a PNG file and from 0 to 255 of a JPEG file.

    Args:
        fname: a path, or a file opened for reading bytes.

    Returns:
        (height, width) of a grey picture, else (height, width, channels); float32 or uint8.
    """
    picture = Image.open(fname)
    values = np.asarray(picture.convert('RGB') if picture.mode == 'P' else picture)
    return (values / 255).astype(np.float32) if picture.format == 'PNG' else values


def imsave(
    fname: Any,
    arr: Any,
    vmin: float | None = None,
    vmax: float | None = None,
    cmap: Any = None,
    format: str | None = None,
    origin: str | None = None,
    **kwargs: Any,
) -> None:
    """Writes an array as a PNG file into the run's own files.

    Args:
        arr: (height, width) of numbers that a color map shows, or (height, width, 3 or 4) of colors.
        vmin, vmax: the ends of the color map.
        origin: where the first row is, `upper` or `lower`.
    """
    from .cm import ScalarMappable

    mapped = ScalarMappable(cmap=cmap)
    mapped.set_clim(vmin, vmax)
    values = np.asarray(arr)[::-1] if origin == 'lower' else np.asarray(arr)
    Image.fromarray(np.asarray(mapped.to_rgba(values, bytes=True))).save(fname, format=format or 'png')
