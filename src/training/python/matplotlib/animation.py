"""Animations: what the last frame shows is drawn, and a line says that it is one of several."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NoReturn

__all__ = [
    'Animation',
    'ArtistAnimation',
    'FFMpegWriter',
    'Frames',
    'FuncAnimation',
    'HTMLWriter',
    'ImageMagickWriter',
    'PillowWriter',
]

Frames = int | Iterable[Any]
"""How many frames, or what each of them is drawn from."""

_MOST_FRAMES = 1000


class Animation:
    """Frames that follow one another.

    Args:
        fig: what is drawn in.
    """

    def __init__(self, fig: Any, *_: Any, **__: Any) -> None:
        self._fig = fig
        self.event_source = _Timer()

    def _frames(self) -> Iterator[Any]:
        raise NotImplementedError

    def new_frame_seq(self) -> Iterator[Any]:
        """The frames."""
        return self._frames()

    def _note(self, count: int) -> None:
        for axes in self._fig.axes:
            axes.note = f'The last of {count} frames of an animation.'

    def save(self, filename: Any, *_: Any, **__: Any) -> NoReturn:
        """Says that films are not written.

        Raises:
            NotImplementedError: always: films are not written.
        """
        raise NotImplementedError(
            'D2L Exercises writes no films: save single figures with savefig, one for each frame'
        )

    def to_jshtml(self, *_: Any, **__: Any) -> str:
        """Says that films are not shown."""
        return 'D2L Exercises shows the last frame of an animation.'

    to_html5_video = to_jshtml

    def pause(self) -> None:
        """Has no effect."""

    def resume(self) -> None:
        """Has no effect."""


class FuncAnimation(Animation):
    """Frames that a function draws, one for each value of `frames`.

    Args:
        fig: what is drawn in.
        func: draws a frame.
        frames: the values, their number, or a function that gives them.
        init_func: draws the empty first one.
        fargs: further arguments of `func`.
    """

    def __init__(
        self,
        fig: Any,
        func: Any,
        frames: Any = None,
        init_func: Any = None,
        fargs: Any = None,
        save_count: Any = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(fig)
        self._func, self._given, self._args = func, frames, tuple(fargs or ())
        self._count = 100 if save_count is None else save_count
        if init_func is not None:
            init_func()
        drawn = 0
        for frame in self._frames():
            func(frame, *self._args)
            drawn += 1
            if drawn >= _MOST_FRAMES:
                break
        self._note(drawn)

    def _frames(self) -> Iterator[Any]:
        given: Frames | Callable[[], Frames] | None = self._given
        if given is None:
            return iter(range(self._count))
        frames = given() if callable(given) else given
        return iter(range(frames)) if isinstance(frames, int) else iter(frames)


class ArtistAnimation(Animation):
    """Frames that are lists of what is shown in them."""

    def __init__(self, fig: Any, artists: Any, *_: Any, **kwargs: Any) -> None:
        super().__init__(fig)
        self._artists = list(artists)
        for place, group in enumerate(self._artists):
            for one in group:
                one.set_visible(place == len(self._artists) - 1)
        self._note(len(self._artists))

    def _frames(self) -> Iterator[Any]:
        return iter(self._artists)


class _Timer:
    """What would call for the next frame."""

    interval = 0

    def start(self) -> None:
        """Has no effect."""

    stop = start


class PillowWriter:
    """Would write films."""

    def __init__(self, *_: Any, **__: Any) -> None: ...


FFMpegWriter = ImageMagickWriter = HTMLWriter = PillowWriter
