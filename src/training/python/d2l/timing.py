"""Measures running times."""

import time
from itertools import accumulate

__all__ = ['Timer']

_OFFERED_BY = 'd2l.torch'


class Timer:
    """Several measured times, in seconds; the first begins at once."""

    def __init__(self) -> None:
        self.times: list[float] = []
        self.start()

    def start(self) -> None:
        """Begins a measurement."""
        self.tik = time.time()

    def stop(self) -> float:
        """Ends the measurement and gives it."""
        self.times.append(time.time() - self.tik)
        return self.times[-1]

    def avg(self) -> float:
        """The mean time."""
        return sum(self.times) / len(self.times)

    def sum(self) -> float:
        """The whole time."""
        return sum(self.times)

    def cumsum(self) -> list[float]:
        """The times, each with all before it."""
        return list(accumulate(self.times))
