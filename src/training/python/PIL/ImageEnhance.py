"""Brightness, contrast, color and sharpness, each by a factor: 1 leaves a picture as it is."""

from .Image import Image, blend, new

__all__ = ['Brightness', 'Color', 'Contrast']


class _Enhance:
    """What is between a picture without something (factor 0) and the picture itself (factor 1), and beyond.

    Args:
        image: the picture.
    """

    def __init__(self, image: Image) -> None:
        self.image = image
        self.degenerate = self._without(image)

    def _without(self, image: Image) -> Image:
        raise NotImplementedError

    def enhance(self, factor: float) -> Image:
        """The picture with so much of it."""
        mixed = blend(self.degenerate, self.image, factor)
        if self.image.mode in ('LA', 'RGBA'):
            mixed._pixels[..., -1] = self.image._pixels[..., -1]
        return mixed


class Brightness(_Enhance):
    """Light: without it a picture is black."""

    def _without(self, image: Image) -> Image:
        return new(image.mode, image.size, 0)


class Contrast(_Enhance):
    """Differences: without them a picture is grey as its mean."""

    def _without(self, image: Image) -> Image:
        mean = int(image.convert('L')._pixels.double().mean().item() + 0.5)
        return new('L', image.size, mean).convert(image.mode)


class Color(_Enhance):
    """Color: without it a picture is grey."""

    def _without(self, image: Image) -> Image:
        return image.convert('LA' if image.mode in ('LA', 'RGBA') else 'L').convert(image.mode)
