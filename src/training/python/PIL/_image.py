"""The class of pictures."""

import os
from collections.abc import Sequence
from typing import Any

import torch

from ._colors import color_in
from ._constants import TURNS, Resampling
from ._files import bytes_of, encode_png
from ._modes import BANDS, convert
from ._resampling import FILTERS, resized

__all__ = ['Image']


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
        self._pixels[xy[1], xy[0]] = torch.tensor(color_in(self.mode, value), dtype=self._pixels.dtype)

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
        kind = (
            Resampling.NEAREST
            if self.mode in ('1', 'P')
            else Resampling.BICUBIC
            if resample is None
            else resample
        )
        if kind != Resampling.NEAREST and kind not in FILTERS:
            raise ValueError(f'Unknown resampling filter ({kind}). Use one of Image.Resampling')
        width, height = (int(side) for side in size)
        if width <= 0 or height <= 0:
            raise ValueError('height and width must be > 0')
        area = (
            tuple(map(float, box)) if box is not None else (0.0, 0.0, float(self.width), float(self.height))
        )
        if area[0] < 0 or area[1] < 0 or area[2] > self.width or area[3] > self.height:
            raise ValueError(
                "Box offset can't be negative" if min(area) < 0 else "Box can't exceed original image size"
            )
        if (width, height) == self.size and area == (0, 0, *self.size):
            return self.copy()
        return self._made(resized(self._pixels, self.mode, (width, height), kind, area))

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
        return self._made(TURNS[int(method)](self._pixels).contiguous())

    def paste(self, im: Any, box: Sequence[int] | None = None, mask: 'Image | None' = None) -> None:
        """Puts a picture, or a color, over this one with its upper left corner at `box`."""
        x, y = (0, 0) if box is None else box[:2]
        if isinstance(im, Image):
            part = im.convert(self.mode)._pixels
        else:
            width, height = (box[2] - x, box[3] - y) if box is not None and len(box) == 4 else self.size
            part = torch.tensor(color_in(self.mode, im), dtype=self._pixels.dtype).expand(height, width, -1)
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
        values = (
            torch.tensor(table, dtype=torch.float64).trunc().clamp(0, 255).to(torch.uint8).reshape(-1, 256)
        )
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
            raise NotImplementedError(
                f'D2L Exercises writes pictures as PNG, not as {(format or ending[1:]).upper()}'
            )
        if self.mode in ('F', 'HSV'):
            raise OSError(f'cannot write mode {self.mode} as PNG')
        content = encode_png(self._pixels.clamp(0, 255).to(torch.uint8), self._palette)
        if hasattr(fp, 'write'):
            fp.write(content)
            return
        with open(fp, 'wb') as file:
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
