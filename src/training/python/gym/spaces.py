"""What an environment takes and shows."""

from typing import Any

from . import seeding

__all__ = ['Discrete', 'Space']


class Space:
    """What can be drawn from at random, with a random stream of its own."""

    def __init__(self, seed: int | None = None) -> None:
        self._np_random: seeding.RandomState | None = None
        if seed is not None:
            self.seed(seed)

    @property
    def np_random(self) -> seeding.RandomState:
        """The stream; started at random unless `seed` started it."""
        if self._np_random is None:
            self.seed()
        assert self._np_random is not None
        return self._np_random

    def seed(self, seed: int | None = None) -> list[int]:
        """Starts the stream that belongs to a seed."""
        self._np_random, chosen = seeding.np_random(seed)
        return [chosen]

    def sample(self) -> Any:
        """An element at random.

        Raises:
            NotImplementedError: unless the space says how.
        """
        raise NotImplementedError

    def contains(self, x: Any) -> bool:
        """Whether `x` is an element.

        Raises:
            NotImplementedError: unless the space says so.
        """
        raise NotImplementedError

    def __contains__(self, x: Any) -> bool:
        return self.contains(x)


class Discrete(Space):
    """The whole numbers from 0 to n - 1."""

    def __init__(self, n: int, seed: int | None = None) -> None:
        assert n >= 0
        self.n = n
        self.shape: tuple[int, ...] = ()
        super().__init__(seed)

    def sample(self) -> int:
        """A number at random."""
        return self.np_random.randint(self.n)

    def contains(self, x: Any) -> bool:
        """Whether `x` is one of the numbers."""
        try:
            number = x.__index__()
        except (AttributeError, TypeError):
            return False
        return 0 <= number < self.n

    def __repr__(self) -> str:
        return f'Discrete({self.n})'

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Discrete) and self.n == other.n

    __hash__ = None  # type: ignore[assignment]
