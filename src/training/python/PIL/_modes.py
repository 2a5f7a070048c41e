"""From one mode to another, with Pillow's roundings (`Convert.c`)."""

from typing import Any

import torch

__all__ = ['BANDS', 'MODE_OF_CHANNELS', 'convert']

BANDS: dict[str, tuple[str, ...]] = {
    '1': ('1',),
    'L': ('L',),
    'P': ('P',),
    'I': ('I',),
    'F': ('F',),
    'LA': ('L', 'A'),
    'RGB': ('R', 'G', 'B'),
    'RGBA': ('R', 'G', 'B', 'A'),
    'HSV': ('H', 'S', 'V'),
}
"""Mode -> names of the channels."""

MODE_OF_CHANNELS = {1: 'L', 2: 'LA', 3: 'RGB', 4: 'RGBA'}
"""The mode of bytes with so many channels."""

_GREY = {'1', 'L', 'LA', 'I', 'F'}


def convert(pixels: Any, old: str, new: str, palette: Any) -> Any:
    """Pixels (height, width, channels) of mode `old` in mode `new`.

    Raises:
        ValueError: when there is no such conversion here.
    """
    if new not in BANDS or new == 'P':
        raise ValueError(f'conversion from {old} to {new} not supported')
    if old == 'P':
        pixels, old = palette[pixels[..., 0].long()], 'RGB'
    elif old == 'HSV':
        pixels, old = _from_hsv(pixels), 'RGB'
    if old == new:
        return pixels
    if old in _GREY and new in _GREY:
        return _grey_as(_first_as_bytes(pixels, new), pixels, old, new)
    if new in _GREY:
        return _grey_as(_luminance(pixels, new), pixels, old, new)
    return _colored_as(pixels, old, new)


def _first_as_bytes(pixels: Any, new: str) -> Any:
    first = pixels[..., :1]
    return first if new in ('I', 'F') or first.dtype is torch.uint8 else first.clamp(0, 255).to(torch.uint8)


def _luminance(pixels: Any, new: str) -> Any:
    """ITU-R 601-2: red 0.299, green 0.587, blue 0.114."""
    red, green, blue = pixels[..., :3].double().split(1, -1)
    if new in ('1', 'I', 'F'):
        value = (red * 299 + green * 587 + blue * 114) / 1000
        return value.float() if new == 'F' else value.floor().to(torch.int32)
    return ((red * 19595 + green * 38470 + blue * 7471 + 0x8000) / 65536).floor().to(torch.uint8)


def _grey_as(grey: Any, pixels: Any, old: str, new: str) -> Any:
    if new == '1':
        return _dithered(grey)
    if new == 'LA':
        return torch.cat([grey.to(torch.uint8), _opacity(pixels, old)], -1)
    return grey.to({'I': torch.int32, 'F': torch.float32}.get(new, torch.uint8))


def _opacity(pixels: Any, old: str) -> Any:
    return (
        pixels[..., -1:] if old in ('LA', 'RGBA') else torch.full_like(pixels[..., :1], 255).to(torch.uint8)
    )


def _colored_as(pixels: Any, old: str, new: str) -> Any:
    colors = pixels[..., :3] if old in ('RGB', 'RGBA') else _first_as_bytes(pixels, 'L').expand(-1, -1, 3)
    if new == 'RGBA':
        return torch.cat([colors, _opacity(pixels, old)], -1)
    return _to_hsv(colors) if new == 'HSV' else colors.clone()


def _dithered(grey: Any) -> Any:
    """Black and white, each pixel's error spread over its neighbors (Floyd and Steinberg)."""
    found, errors = [], [0] * (grey.shape[1] + 1)
    for row in grey[..., 0].tolist():
        line, right, below, corner = [], 0, 0, 0
        for x, value in enumerate(row):
            level = min(255, max(0, value + int((right + errors[x + 1]) / 16)))
            line.append(255 if level > 128 else 0)
            error = level - line[-1]
            errors[x] = below + 3 * error
            right, below, corner = 7 * error, corner + 5 * error, error
        errors[len(row)] = below
        found.append(line)
    return torch.tensor(found, dtype=torch.uint8).reshape(grey.shape)


def _to_hsv(colors: Any) -> Any:
    """`rgb2hsv` of Convert.c, whose variables are float32 and whose constants are float64."""
    red, green, blue = colors.float().split(1, -1)
    most, least = colors.amax(-1, keepdim=True).float(), colors.amin(-1, keepdim=True).float()
    spread = (most - least).clamp(min=1)
    from_red, from_green, from_blue = (((most - each) / spread).double() for each in (red, green, blue))
    hue = torch.where(
        red == most,
        from_blue - from_green,
        torch.where(green == most, 2.0 + from_red - from_blue, 4.0 + from_green - from_red),
    )
    hue = (hue.float().double() / 6.0 + 1.0).fmod(1.0).float().double()
    grey = most == least
    hue = torch.where(grey, 0.0, (hue * 255.0).trunc().clamp(0, 255))
    saturation = torch.where(
        grey, 0.0, (((most - least) / most.clamp(min=1)).double() * 255.0).trunc().clamp(0, 255)
    )
    return torch.cat([hue, saturation, most], -1).to(torch.uint8)


def _from_hsv(pixels: Any) -> Any:
    """`hsv2rgb` of Convert.c."""
    hue, saturation, value = pixels.double().split(1, -1)
    sixth = (hue * 6.0 / 255.0).floor()
    rest = (hue * 6.0 / 255.0 - sixth).float().double()
    part = (saturation / 255.0).float().double()
    p, q, t = (_rounded(value * (1.0 - part * each)) for each in (torch.ones_like(rest), rest, 1.0 - rest))
    sixth = sixth.remainder(6)
    orders = [(value, t, p), (q, value, p), (p, value, t), (p, q, value), (t, p, value), (value, p, q)]
    found = torch.cat(orders[0], -1)
    for number, order in enumerate(orders):
        found = torch.where(sixth == number, torch.cat(order, -1), found)
    return torch.where(saturation == 0, value, found).to(torch.uint8)


def _rounded(values: Any) -> Any:
    return (values.float().double() + 0.5).floor().clamp(0, 255)
