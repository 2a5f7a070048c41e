"""`PIL.Image`: a picture in memory, from a file or from an array."""

import enum
import os
from collections.abc import Callable, Sequence
from typing import Any

import torch

from . import UnidentifiedImageError
from ._files import bytes_of, decode, encode_png, format_of, is_bilevel, read_bytes, tensor_of
from ._modes import BANDS, convert
from ._resampling import FILTERS, nearest, resample

__all__ = [
    'BICUBIC',
    'BILINEAR',
    'BOX',
    'FLIP_LEFT_RIGHT',
    'FLIP_TOP_BOTTOM',
    'HAMMING',
    'LANCZOS',
    'NEAREST',
    'ROTATE_90',
    'ROTATE_180',
    'ROTATE_270',
    'TRANSPOSE',
    'TRANSVERSE',
    'DecompressionBombError',
    'Image',
    'Resampling',
    'Transpose',
    'UnidentifiedImageError',
    'blend',
    'composite',
    'fromarray',
    'frombytes',
    'isImageType',
    'merge',
    'new',
    'open',
]

_NAMED = {
    'black': (0, 0, 0),
    'white': (255, 255, 255),
    'gray': (128, 128, 128),
    'grey': (128, 128, 128),
    'red': (255, 0, 0),
    'green': (0, 128, 0),
    'lime': (0, 255, 0),
    'blue': (0, 0, 255),
    'yellow': (255, 255, 0),
    'cyan': (0, 255, 255),
    'magenta': (255, 0, 255),
    'orange': (255, 165, 0),
    'purple': (128, 0, 128),
}
_DTYPES = {'I': torch.int32, 'F': torch.float32}
_MODES = {1: 'L', 2: 'LA', 3: 'RGB', 4: 'RGBA'}


class DecompressionBombError(Exception):
    """A picture that would take too much memory."""


class Resampling(enum.IntEnum):
    """How pixels are computed when the size changes."""

    NEAREST = 0
    LANCZOS = 1
    BILINEAR = 2
    BICUBIC = 3
    BOX = 4
    HAMMING = 5


class Transpose(enum.IntEnum):
    """Flips, and turns counterclockwise."""

    FLIP_LEFT_RIGHT = 0
    FLIP_TOP_BOTTOM = 1
    ROTATE_90 = 2
    ROTATE_180 = 3
    ROTATE_270 = 4
    TRANSPOSE = 5
    TRANSVERSE = 6


NEAREST, LANCZOS, BILINEAR, BICUBIC, BOX, HAMMING = Resampling
(FLIP_LEFT_RIGHT, FLIP_TOP_BOTTOM, ROTATE_90, ROTATE_180, ROTATE_270, TRANSPOSE, TRANSVERSE) = Transpose

_TURNS: dict[int, Callable[[Any], Any]] = {
    0: lambda pixels: pixels.flip(1),
    1: lambda pixels: pixels.flip(0),
    2: lambda pixels: pixels.transpose(0, 1).flip(0),
    3: lambda pixels: pixels.flip(0, 1),
    4: lambda pixels: pixels.transpose(0, 1).flip(1),
    5: lambda pixels: pixels.transpose(0, 1),
    6: lambda pixels: pixels.transpose(0, 1).flip(0, 1),
}


class Image:
    """A picture. Made by `open`, `new` or `fromarray`.

    Attributes:
        mode: `L` grey, `RGB`, `RGBA`, `LA`, `1` black and white, `P` palette, `HSV`, `I` int32, `F` float32.
        format: `PNG` or `JPEG` of a picture that was read from a file; else None.
        filename: the path that it was read from; else ''.
        info: empty.
    """

    format: str | None = None
    filename = ''

    def __init__(self, pixels: Any = None, mode: str = '', palette: Any = None) -> None:
        self._pixels = torch.zeros(0, 0, 1, dtype=torch.uint8) if pixels is None else pixels
        self.mode = mode
        self._palette = palette
        self.info: dict[str, Any] = {}

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return self.width, self.height

    @property
    def width(self) -> int:
        """Columns."""
        return self._pixels.shape[1]

    @property
    def height(self) -> int:
        """Rows."""
        return self._pixels.shape[0]

    def _made(self, pixels: Any, mode: str | None = None) -> 'Image':
        return Image(pixels, mode or self.mode, self._palette if mode in (None, 'P') else None)

    # ------------------------------------------------------------ values

    def _as_tensor(self) -> Any:
        """What `np.asarray` and `torch.tensor` take of it: (height, width), or (height, width, channels)."""
        pixels = self._pixels[..., 0] if self._pixels.shape[2] == 1 else self._pixels
        return pixels != 0 if self.mode == '1' else pixels.clone()

    def tobytes(self) -> bytes:
        """The values, row by row; eight pixels a byte for mode `1`.

        Raises:
            NotImplementedError: for the modes `1`, `I` and `F`.
        """
        if self.mode in ('1', 'I', 'F'):
            raise NotImplementedError(f'D2L Exercises does not support tobytes() of mode {self.mode}')
        return bytes_of(self._pixels)

    def getpixel(self, xy: Sequence[int]) -> Any:
        """The value at (column, row): a number, or a tuple of one for each channel.

        Raises:
            IndexError: outside the picture.
        """
        x, y = xy
        if not (-self.width <= x < self.width and -self.height <= y < self.height):
            raise IndexError('image index out of range')
        found = self._pixels[y, x].tolist()
        return found[0] if len(found) == 1 else tuple(found)

    def putpixel(self, xy: Sequence[int], value: Any) -> None:
        """Sets the value at (column, row).

        Raises:
            IndexError: outside the picture.
        """
        self.getpixel(xy)
        self._pixels[xy[1], xy[0]] = torch.tensor(_color(value, self.mode), dtype=self._pixels.dtype)

    def getdata(self, band: int | None = None) -> list[Any]:
        """The values of all pixels, row by row."""
        rows = self._pixels.reshape(-1, self._pixels.shape[2])
        if band is not None or rows.shape[1] == 1:
            return rows[:, band or 0].tolist()
        return [tuple(row) for row in rows.tolist()]

    def getbands(self) -> tuple[str, ...]:
        """The names of the channels."""
        return BANDS[self.mode]

    def getextrema(self) -> Any:
        """The least and the greatest value, of each channel."""
        flat = self._pixels.reshape(-1, self._pixels.shape[2])
        pairs = list(zip(flat.amin(0).tolist(), flat.amax(0).tolist(), strict=True))
        return pairs[0] if len(pairs) == 1 else tuple(pairs)

    # ------------------------------------------------------------ other pictures

    def copy(self) -> 'Image':
        """The same picture with values of its own."""
        return self._made(self._pixels.clone())

    def convert(self, mode: str | None = None, **_: Any) -> 'Image':
        """The picture in another mode; without a mode a palette's picture becomes RGB.

        Raises:
            ValueError: when there is no such conversion here.
        """
        mode = mode or ('RGB' if self.mode == 'P' else self.mode)
        if mode == self.mode:
            return self.copy()
        return Image(convert(self._pixels, self.mode, mode, self._palette), mode)

    def resize(
        self,
        size: Sequence[int],
        resample: int | None = None,
        box: Sequence[float] | None = None,
        reducing_gap: float | None = None,
    ) -> 'Image':
        """The picture at another size.

        Args:
            size: (width, height).
            resample: a filter; bicubic unless given, nearest for the modes `1` and `P`.
            box: the part (left, upper, right, lower) that is taken; all unless given.

        Raises:
            ValueError: for an unknown filter, a size below 1, or a box beyond the picture.
        """
        kind = NEAREST if self.mode in ('1', 'P') else BICUBIC if resample is None else resample
        if kind != NEAREST and kind not in FILTERS:
            raise ValueError(f'Unknown resampling filter ({kind}). Use one of Image.Resampling')
        width, height = (int(side) for side in size)
        if width <= 0 or height <= 0:
            raise ValueError('height and width must be > 0')
        area = tuple(map(float, box)) if box is not None else (0.0, 0.0, float(self.width), float(self.height))
        if area[0] < 0 or area[1] < 0 or area[2] > self.width or area[3] > self.height:
            raise ValueError('Box offset can\'t be negative' if min(area) < 0 else "Box can't exceed original image size")
        if (width, height) == self.size and area == (0, 0, *self.size):
            return self.copy()
        return self._made(_resized(self._pixels, self.mode, (width, height), kind, area))

    def thumbnail(self, size: Sequence[float], resample: int = 3, reducing_gap: float | None = 2.0) -> None:
        """Makes the picture itself no larger than `size`, in the same proportions."""
        width, height = size
        if width >= self.width and height >= self.height:
            return
        ratio = self.width / self.height
        if width / height >= ratio:
            width = max(1, round(height * ratio))
        else:
            height = max(1, round(width / ratio))
        self._pixels = self.resize((int(width), int(height)), resample)._pixels

    def crop(self, box: Sequence[float] | None = None) -> 'Image':
        """The part (left, upper, right, lower), black where it lies beyond the picture.

        Raises:
            ValueError: when right is left of left, or lower above upper.
        """
        if box is None:
            return self.copy()
        left, upper, right, lower = (round(side) for side in box)
        if right < left:
            raise ValueError("Coordinate 'right' is less than 'left'")
        if lower < upper:
            raise ValueError("Coordinate 'lower' is less than 'upper'")
        inside = self._pixels[max(0, upper) : max(0, lower), max(0, left) : max(0, right)]
        if inside.shape[:2] == (lower - upper, right - left):
            return self._made(inside.clone())
        whole = self._pixels.new_zeros(lower - upper, right - left, self._pixels.shape[2])
        y, x = max(0, -upper), max(0, -left)
        whole[y : y + inside.shape[0], x : x + inside.shape[1]] = inside
        return self._made(whole)

    def transpose(self, method: int) -> 'Image':
        """Flipped or turned, by one of `Transpose`."""
        return self._made(_TURNS[int(method)](self._pixels).contiguous())

    def paste(self, im: Any, box: Sequence[int] | None = None, mask: 'Image | None' = None) -> None:
        """Puts a picture, or a color, over this one with its upper left corner at `box`."""
        x, y = (0, 0) if box is None else box[:2]
        if isinstance(im, Image):
            part = im.convert(self.mode)._pixels
        else:
            width, height = (box[2] - x, box[3] - y) if box is not None and len(box) == 4 else self.size
            part = new(self.mode, (width, height), im)._pixels
        rows, columns = slice(max(0, -y), self.height - y), slice(max(0, -x), self.width - x)
        part = part[rows, columns]
        target = self._pixels[max(0, y) : max(0, y) + part.shape[0], max(0, x) : max(0, x) + part.shape[1]]
        if mask is None:
            target.copy_(part)
        else:
            opacity = mask._pixels[rows, columns, -1:].double() / 255
            target.copy_((part * opacity + target * (1 - opacity) + 0.5).floor())

    def split(self) -> tuple['Image', ...]:
        """The channels as grey pictures."""
        return tuple(Image(band.contiguous(), 'L') for band in self._pixels.split(1, -1))

    def getchannel(self, channel: int | str) -> 'Image':
        """One channel as a grey picture."""
        return self.split()[channel if isinstance(channel, int) else self.getbands().index(channel)]

    def point(self, lut: Any, mode: str | None = None) -> 'Image':
        """The picture with each value replaced.

        Args:
            lut: a function of a value from 0 to 255, or 256 values for each channel.
        """
        table = [lut(value) for value in range(256)] * self._pixels.shape[2] if callable(lut) else list(lut)
        values = torch.tensor(table, dtype=torch.float64).trunc().clamp(0, 255).to(torch.uint8).reshape(-1, 256)
        channels = [values[i % len(values)][band.long()] for i, band in enumerate(self._pixels.split(1, -1))]
        return self._made(torch.cat(channels, -1), mode)

    # ------------------------------------------------------------ files

    def save(self, fp: Any, format: str | None = None, **_: Any) -> None:
        """Writes a PNG file into the run's own files.

        Raises:
            ValueError: when the name has no ending and no format is given.
            NotImplementedError: for other formats.
            OSError: for modes that PNG has not.
        """
        ending = os.path.splitext(os.fspath(fp))[1] if not hasattr(fp, 'write') else ''
        if not format and not ending:
            raise ValueError('unknown file extension: ')
        if (format or ending[1:]).upper() != 'PNG':
            raise NotImplementedError(f'D2L Exercises writes pictures as PNG, not as {(format or ending[1:]).upper()}')
        if self.mode in ('F', 'HSV'):
            raise OSError(f'cannot write mode {self.mode} as PNG')
        content = encode_png(self._pixels.clamp(0, 255).to(torch.uint8), self._palette)
        if hasattr(fp, 'write'):
            fp.write(content)
            return
        with _open_file(fp, 'wb') as file:
            file.write(content)

    def load(self) -> None:
        """Has no effect: a picture is read when it is opened."""

    verify = load
    close = load

    def show(self, title: str | None = None) -> None:
        """Pictures have no window of their own here.

        Raises:
            NotImplementedError: always; it says what to use.
        """
        raise NotImplementedError('D2L Exercises has no window for pictures: show it by plt.imshow(img)')

    def __enter__(self) -> 'Image':
        return self

    def __exit__(self, *_: object) -> None:
        return None

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Image)
            and (self.mode, self.size) == (other.mode, other.size)
            and torch.equal(self._pixels, other._pixels)
        )

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        size = f'{self.width}x{self.height}'
        name = 'PngImagePlugin.PngImageFile' if self.format == 'PNG' else 'JpegImagePlugin.JpegImageFile'
        kind = f'PIL.{name}' if self.format else 'PIL.Image.Image'
        return f'<{kind} image mode={self.mode} size={size} at 0x{id(self):X}>'


_open_file = open


def open(fp: Any, mode: str = 'r', formats: Any = None) -> Image:
    """The picture of a PNG or JPEG file.

    Args:
        fp: a path, or a file opened for reading bytes.

    Raises:
        FileNotFoundError: when there is no such file.
        UnidentifiedImageError: when it is another kind of file.
        OSError: when it is broken.
        DecompressionBombError: when it has more pixels than fit here.
    """
    content = read_bytes(fp)
    kind = format_of(content, fp)
    try:
        pixels, *palette = decode(content)
    except ValueError as error:
        raise DecompressionBombError(str(error)) from None
    mode = 'P' if palette else '1' if is_bilevel(content) else _MODES[pixels.shape[2]]
    image = Image(pixels, mode, palette[0] if palette else None)
    image.format = kind
    image.filename = '' if hasattr(fp, 'read') else os.fspath(fp)
    return image


def new(mode: str, size: Sequence[int], color: Any = 0) -> Image:
    """A picture of one color.

    Args:
        size: (width, height).
        color: a number, one number for each channel, `#rrggbb`, or a name.

    Raises:
        ValueError: for an unknown mode or color.
    """
    if mode not in BANDS:
        raise ValueError('unrecognized image mode')
    values = torch.tensor(_color(color or 0, mode), dtype=_DTYPES.get(mode, torch.uint8))
    return Image(values.expand(size[1], size[0], -1).contiguous(), mode)


def _color(color: Any, mode: str) -> list[Any]:
    channels = len(BANDS[mode])
    if isinstance(color, str):
        color = _named(color)
        if channels < 3:
            color = ((color[0] * 19595 + color[1] * 38470 + color[2] * 7471 + 0x8000) >> 16,)
    if not isinstance(color, (tuple, list)):
        return [color] * min(channels, 3) + [255] * (channels == 4 and color != 0) + [0] * (channels == 4 and color == 0)
    return list(color) + [255] * (channels - len(color))


def _named(name: str) -> tuple[int, ...]:
    if name.startswith('#') and len(name) == 7:
        return tuple(int(name[i : i + 2], 16) for i in (1, 3, 5))
    if name.lower() not in _NAMED:
        raise ValueError(f'unknown color specifier: {name!r}')
    return _NAMED[name.lower()]


def fromarray(obj: Any, mode: str | None = None) -> Image:
    """The picture of an array: (height, width), or (height, width, channels) of uint8.

    Raises:
        TypeError: for a dtype or a shape that no mode has.
    """
    values = torch.as_tensor(obj)
    if values.dim() == 2 and values.dtype is torch.bool:
        return Image((values * 255).to(torch.uint8).unsqueeze(-1), '1')
    found = {torch.uint8: 'L', torch.int32: 'I', torch.float32: 'F'}.get(values.dtype) if values.dim() == 2 else None
    if values.dim() == 3 and values.dtype is torch.uint8:
        found = _MODES.get(values.shape[2])
    if found is None:
        shape = (1, 1, *values.shape[2:])
        raise TypeError(f'Cannot handle this data type: {shape}, {_type_string(values.dtype)}')
    pixels = values.unsqueeze(-1) if values.dim() == 2 else values
    return Image(pixels.clone(), mode or found)


def _type_string(dtype: Any) -> str:
    """numpy's short name, such as `<f8`."""
    kinds = {torch.bool: '|b1', torch.int8: '|i1', torch.int16: '<i2', torch.int64: '<i8', torch.float64: '<f8'}
    return kinds.get(dtype, str(dtype))


def frombytes(mode: str, size: Sequence[int], data: bytes) -> Image:
    """The picture of bytes, row by row.

    Raises:
        ValueError: when there are not as many as the size wants.
    """
    shape = (size[1], size[0], len(BANDS[mode]))
    if len(data) < shape[0] * shape[1] * shape[2]:
        raise ValueError('not enough image data')
    return Image(tensor_of(data, shape), mode)


def merge(mode: str, bands: Sequence[Image]) -> Image:
    """One picture of several grey ones, a channel each.

    Raises:
        ValueError: when there are not as many as the mode has channels.
    """
    if len(bands) != len(BANDS[mode]):
        raise ValueError('wrong number of bands')
    return Image(torch.cat([band._pixels for band in bands], -1), mode)


def blend(im1: Image, im2: Image, alpha: float) -> Image:
    """`im1 + alpha * (im2 - im1)`, without its fraction (`Blend.c`).

    Raises:
        ValueError: when sizes or modes differ.
    """
    if (im1.size, im1.mode) != (im2.size, im2.mode):
        raise ValueError('images do not match')
    first, second = im1._pixels.float(), im2._pixels.float()
    mixed = first + torch.tensor(alpha, dtype=torch.float32) * (second - first)
    return Image(mixed.clamp(0, 255).trunc().to(torch.uint8), im1.mode)


def composite(image1: Image, image2: Image, mask: Image) -> Image:
    """`image1` where the mask is white, `image2` where it is black."""
    made = image2.copy()
    made.paste(image1, None, mask)
    return made


def isImageType(t: Any) -> bool:
    """Whether it is a picture."""
    return isinstance(t, Image)


def _resized(pixels: Any, mode: str, size: tuple[int, int], kind: int, box: tuple[float, ...]) -> Any:
    if kind == NEAREST:
        return nearest(pixels, size, box)
    if mode in ('LA', 'RGBA'):
        return _unweighted(resample(_weighted(pixels), size, kind, box))
    if mode in ('I', 'F'):
        raise NotImplementedError(f'D2L Exercises resizes pictures of mode {mode} by NEAREST only')
    return resample(pixels, size, kind, box)


def _weighted(pixels: Any) -> Any:
    """Colors times opacity, so that what cannot be seen does not shine through."""
    opacity = pixels[..., -1:].int()
    products = pixels[..., :-1].int() * opacity + 128
    return torch.cat([((products >> 8) + products >> 8).to(torch.uint8), pixels[..., -1:]], -1)


def _unweighted(pixels: Any) -> Any:
    opacity = pixels[..., -1:].int()
    colors = (255 * pixels[..., :-1].int()).div(opacity.clamp(min=1), rounding_mode='floor').clamp(0, 255)
    kept = torch.where((opacity == 0) | (opacity == 255), pixels[..., :-1].int(), colors)
    return torch.cat([kept.to(torch.uint8), pixels[..., -1:]], -1)
