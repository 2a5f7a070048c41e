"""What is done to a picture, or to a tensor of shape (..., channels, height, width)."""

import enum
from collections.abc import Sequence
from typing import Any

from PIL import Image
from torch import Tensor

from . import _functional_pil as on_picture
from . import _functional_tensor as on_tensor
from ._functional_types import convert_image_dtype, normalize, pil_to_tensor, to_pil_image, to_tensor

__all__ = [
    'InterpolationMode',
    'adjust_brightness',
    'adjust_contrast',
    'adjust_hue',
    'adjust_saturation',
    'center_crop',
    'convert_image_dtype',
    'crop',
    'erase',
    'five_crop',
    'gaussian_blur',
    'get_dimensions',
    'get_image_size',
    'hflip',
    'normalize',
    'pad',
    'pil_to_tensor',
    'resize',
    'resized_crop',
    'rgb_to_grayscale',
    'rotate',
    'ten_crop',
    'to_grayscale',
    'to_pil_image',
    'to_tensor',
    'vflip',
]


class InterpolationMode(enum.Enum):
    """How pixels are computed when the size changes."""

    NEAREST = 'nearest'
    NEAREST_EXACT = 'nearest-exact'
    BILINEAR = 'bilinear'
    BICUBIC = 'bicubic'
    BOX = 'box'
    HAMMING = 'hamming'
    LANCZOS = 'lanczos'


_FILTERS = {
    'nearest': 0,
    'nearest-exact': 0,
    'lanczos': 1,
    'bilinear': 2,
    'bicubic': 3,
    'box': 4,
    'hamming': 5,
}


def _number_of(interpolation: Any) -> int:
    return (
        _FILTERS[interpolation.value] if isinstance(interpolation, InterpolationMode) else int(interpolation)
    )


def _is_picture(img: Any) -> bool:
    if isinstance(img, Image.Image):
        return True
    if isinstance(img, Tensor) and img.dim() >= 2:
        return False
    raise TypeError(f'Unexpected type {type(img)}')


def get_dimensions(img: Any) -> list[int]:
    """Channels, height and width.

    Raises:
        TypeError: unless it is a picture or a tensor.
    """
    if _is_picture(img):
        return [len(img.getbands()), img.height, img.width]
    return [1 if img.dim() == 2 else img.shape[-3], *img.shape[-2:]]


def get_image_size(img: Any) -> list[int]:
    """Width and height."""
    return get_dimensions(img)[:0:-1]


# ---------------------------------------------------------------- size and place


def resize(
    img: Any,
    size: Any,
    interpolation: Any = InterpolationMode.BILINEAR,
    max_size: int | None = None,
    antialias: bool | None = True,
) -> Any:
    """At another size.

    Args:
        size: (height, width), or the length of the shorter side.
        max_size: what the longer side may not exceed.

    Raises:
        TypeError: for another kind of size.
        ValueError: when `max_size` is not above `size`.
    """
    if not isinstance(size, (int, list, tuple)):
        raise TypeError(f'Size should be int or sequence. Got {type(size)}')
    _, height, width = get_dimensions(img)
    target = _target(height, width, size, max_size)
    if target == [height, width]:
        return img
    kind = _number_of(interpolation)
    if _is_picture(img):
        return on_picture.resize(img, target, kind)
    return on_tensor.resize(img, target, kind, bool(antialias))


def _target(height: int, width: int, size: Any, max_size: int | None) -> list[int]:
    if not isinstance(size, int) and len(size) == 2:
        return list(size)
    wanted = size if isinstance(size, int) else size[0]
    shorter, longer = min(height, width), max(height, width)
    long = int(wanted * longer / shorter)
    if max_size is not None:
        if max_size <= wanted:
            raise ValueError(
                f'max_size = {max_size} must be strictly greater than the requested '
                f'size for the smaller edge size = {size}'
            )
        if long > max_size:
            wanted, long = int(max_size * wanted / long), max_size
    return [long, wanted] if width <= height else [wanted, long]


def crop(img: Any, top: int, left: int, height: int, width: int) -> Any:
    """The part of a size at a place."""
    return (on_picture if _is_picture(img) else on_tensor).crop(img, top, left, height, width)


def center_crop(img: Any, output_size: Any) -> Any:
    """The middle, black where the picture is smaller."""
    wanted = (output_size, output_size) if isinstance(output_size, int) else tuple(output_size)
    rows, columns = (wanted * 2)[:2]
    _, height, width = get_dimensions(img)
    if columns > width or rows > height:
        across, down = max(columns - width, 0), max(rows - height, 0)
        img = pad(img, [across // 2, down // 2, (across + 1) // 2, (down + 1) // 2])
        _, height, width = get_dimensions(img)
    return crop(img, round((height - rows) / 2.0), round((width - columns) / 2.0), rows, columns)


def resized_crop(
    img: Any,
    top: int,
    left: int,
    height: int,
    width: int,
    size: Any,
    interpolation: Any = InterpolationMode.BILINEAR,
    antialias: bool | None = True,
) -> Any:
    """A part, at another size."""
    return resize(crop(img, top, left, height, width), size, interpolation, antialias=antialias)


def hflip(img: Any) -> Any:
    """Left and right exchanged."""
    return (on_picture if _is_picture(img) else on_tensor).hflip(img)


def vflip(img: Any) -> Any:
    """Top and bottom exchanged."""
    return (on_picture if _is_picture(img) else on_tensor).vflip(img)


def pad(img: Any, padding: Any, fill: Any = 0, padding_mode: str = 'constant') -> Any:
    """With pixels around it.

    Args:
        padding: for all edges, for (left and right, top and bottom), or for (left, top, right, bottom).
        padding_mode: `constant`, `edge`, `reflect` or `symmetric`.

    Raises:
        ValueError: for another mode, or another number of edges.
    """
    if padding_mode not in ('constant', 'edge', 'reflect', 'symmetric'):
        raise ValueError('Padding mode should be either constant, edge, reflect or symmetric')
    edges = [padding] if isinstance(padding, int) else list(padding)
    if len(edges) not in (1, 2, 4):
        raise ValueError(
            f'Padding must be an int or a 1, 2, or 4 element tuple, not a {len(edges)} element tuple'
        )
    edges = edges * (4 // len(edges))
    return (on_picture if _is_picture(img) else on_tensor).pad(img, edges, fill, padding_mode)


def five_crop(img: Any, size: Any) -> tuple[Any, ...]:
    """The four corners and the middle.

    Raises:
        ValueError: when the picture is smaller.
    """
    rows, columns = (size, size) if isinstance(size, int) else size
    _, height, width = get_dimensions(img)
    if columns > width or rows > height:
        raise ValueError(f'Requested crop size {(rows, columns)} is bigger than input size {(height, width)}')
    places = [(0, 0), (0, width - columns), (height - rows, 0), (height - rows, width - columns)]
    corners = [crop(img, top, left, rows, columns) for top, left in places]
    return (*corners, center_crop(img, [rows, columns]))


def ten_crop(img: Any, size: Any, vertical_flip: bool = False) -> tuple[Any, ...]:
    """`five_crop` of the picture and of the flipped one."""
    return five_crop(img, size) + five_crop(vflip(img) if vertical_flip else hflip(img), size)


def rotate(
    img: Any,
    angle: float,
    interpolation: Any = InterpolationMode.NEAREST,
    expand: bool = False,
    center: Sequence[float] | None = None,
    fill: Any = None,
) -> Any:
    """Turned counterclockwise by degrees.

    Raises:
        NotImplementedError: for tensors.
    """
    if not _is_picture(img):
        raise NotImplementedError('D2L Exercises: rotate takes pictures; put it before ToTensor')
    return on_picture.rotate(img, angle, _number_of(interpolation), expand, center, fill)


def erase(img: Tensor, i: int, j: int, h: int, w: int, v: Any, inplace: bool = False) -> Tensor:
    """A tensor with a part replaced by `v`.

    Raises:
        TypeError: unless it is a tensor.
    """
    if not isinstance(img, Tensor):
        raise TypeError(f'img should be Tensor Image. Got {type(img)}')
    found = img if inplace else img.clone()
    found[..., i : i + h, j : j + w] = v
    return found


# ---------------------------------------------------------------- color


def adjust_brightness(img: Any, brightness_factor: float) -> Any:
    """Lighter for a factor above 1, black for 0."""
    return (on_picture if _is_picture(img) else on_tensor).adjust_brightness(img, brightness_factor)


def adjust_contrast(img: Any, contrast_factor: float) -> Any:
    """More contrast for a factor above 1, grey for 0."""
    return (on_picture if _is_picture(img) else on_tensor).adjust_contrast(img, contrast_factor)


def adjust_saturation(img: Any, saturation_factor: float) -> Any:
    """More color for a factor above 1, grey for 0."""
    return (on_picture if _is_picture(img) else on_tensor).adjust_saturation(img, saturation_factor)


def adjust_hue(img: Any, hue_factor: float) -> Any:
    """Colors turned by a part of the circle.

    Raises:
        ValueError: outside -0.5 to 0.5.
    """
    if not -0.5 <= hue_factor <= 0.5:
        raise ValueError(f'hue_factor ({hue_factor}) is not in [-0.5, 0.5].')
    return (on_picture if _is_picture(img) else on_tensor).adjust_hue(img, hue_factor)


def to_grayscale(img: Any, num_output_channels: int = 1) -> Any:
    """A grey picture, with 1 or 3 channels.

    Raises:
        TypeError: for a tensor.
    """
    if not isinstance(img, Image.Image):
        raise TypeError('Input should be PIL Image')
    return on_picture.to_grayscale(img, num_output_channels)


def rgb_to_grayscale(img: Any, num_output_channels: int = 1) -> Any:
    """Grey, with 1 or 3 channels."""
    if _is_picture(img):
        return on_picture.to_grayscale(img, num_output_channels)
    return on_tensor.rgb_to_grayscale(img, num_output_channels)


def gaussian_blur(img: Any, kernel_size: Any, sigma: Any = None) -> Any:
    """Smoothed by a bell.

    Args:
        kernel_size: odd; for (width, height) or both.
        sigma: standard deviation; `0.3 * ((size - 1) * 0.5 - 1) + 0.8` unless given.

    Raises:
        ValueError: for an even size.
    """
    sizes = [kernel_size] * 2 if isinstance(kernel_size, int) else list(kernel_size)
    if any(size % 2 == 0 or size < 0 for size in sizes):
        raise ValueError(f'kernel_size should have odd and positive integers. Got {sizes}')
    deviations = [size * 0.15 + 0.35 for size in sizes] if sigma is None else sigma
    deviations = [float(deviations)] * 2 if isinstance(deviations, (int, float)) else list(deviations)
    if len(deviations) == 1:
        deviations = deviations * 2
    if not _is_picture(img):
        return on_tensor.gaussian_blur(img, sizes, deviations)
    return to_pil_image(on_tensor.gaussian_blur(pil_to_tensor(img), sizes, deviations), img.mode)
