"""The frozen lake: an agent walks from the start to the goal, around the holes in the ice."""

import sys
from collections.abc import Sequence
from typing import Any, ClassVar

import numpy as np

from . import seeding
from .core import Env
from .letters import Letters
from .spaces import Discrete

__all__ = ['FrozenLakeEnv']

_MAPS: dict[str, Sequence[str]] = {
    '4x4': ('SFFF', 'FHFH', 'FFFH', 'HFFG'),
    '8x8': (
        *('SFFFFFFF', 'FFFFFFFF', 'FFFHFFFF', 'FFFFFHFF'),
        *('FFFHFFFF', 'FHHFFFHF', 'FHFFHFHF', 'FFFHFFFG'),
    ),
}
_MOVES = {'Left': (0, -1), 'Down': (1, 0), 'Right': (0, 1), 'Up': (-1, 0)}
"""What each action adds to row and column, in the order of their numbers."""

Outcome = tuple[float, int, float, bool]
"""Probability, next state, reward, whether the episode is over."""


class FrozenLakeEnv(Env):
    """S is the start, F ice, H a hole, G the goal, which alone gives a reward: 1.

    Args:
        desc: the rows of the map.
        map_name: `4x4` or `8x8`, where there is no `desc`.
        is_slippery: whether a move goes to either side as often as ahead.
        id: the name by which it was made.

    Attributes:
        P: by state and action what may happen.
        desc: the map, letters as bytes.
        s: the state: the row times the number of columns, and the column.
    """

    metadata: ClassVar[dict[str, list[str]]] = {'render.modes': ['human', 'ansi']}
    reward_range = (0, 1)

    def __init__(
        self,
        desc: Sequence[str] | None = None,
        map_name: str = '4x4',
        is_slippery: bool = True,
        id: str | None = None,
    ) -> None:
        self.id = id
        self.desc = Letters(_MAPS[map_name] if desc is None else desc)
        self.nrow, self.ncol = self.desc.shape
        self.nS, self.nA = self.nrow * self.ncol, len(_MOVES)
        self.P = {
            state: {action: self._outcomes(state, action, is_slippery) for action in range(self.nA)}
            for state in range(self.nS)
        }
        starts = [float(letter == b'S') for row in self.desc for letter in row]
        self.isd = np.array(starts) / sum(starts)
        self.action_space, self.observation_space = Discrete(self.nA), Discrete(self.nS)
        self.lastaction: int | None = None
        self.seed()
        self.s = self._drawn(self.isd.tolist())

    def _outcomes(self, state: int, action: int, is_slippery: bool) -> list[Outcome]:
        if self._letter(state) in b'GH':
            return [(1.0, state, 0, True)]
        if not is_slippery:
            return [(1.0, *self._moved(state, action))]
        return [(1 / 3, *self._moved(state, (action + turn) % self.nA)) for turn in (-1, 0, 1)]

    def _moved(self, state: int, action: int) -> tuple[int, float, bool]:
        down, right = list(_MOVES.values())[action]
        row = min(max(state // self.ncol + down, 0), self.nrow - 1)
        column = min(max(state % self.ncol + right, 0), self.ncol - 1)
        reached = row * self.ncol + column
        return reached, float(self._letter(reached) == b'G'), self._letter(reached) in b'GH'

    def _letter(self, state: int) -> bytes:
        return self.desc[state // self.ncol, state % self.ncol]

    def _drawn(self, probabilities: Sequence[float]) -> int:
        drawn, reached = self.np_random.rand(), 0.0
        for index, probability in enumerate(probabilities):
            reached += probability
            if reached > drawn:
                return index
        return 0

    def seed(self, seed: int | None = None) -> list[int]:
        """Starts the stream that slips are drawn from."""
        self.np_random, chosen = seeding.np_random(seed)
        return [chosen]

    def reset(self) -> int:
        """Back to the start."""
        self.s, self.lastaction = self._drawn(self.isd.tolist()), None
        return self.s

    def step(self, action: Any) -> tuple[int, float, bool, dict[str, Any]]:
        """Moves; 0 is left, 1 down, 2 right, 3 up. The facts have the probability of what happened."""
        outcomes = self.P[self.s][action]
        probability, self.s, reward, done = outcomes[self._drawn([outcome[0] for outcome in outcomes])]
        self.lastaction = action
        return self.s, reward, done, {'prob': probability}

    def render(self, mode: str = 'human') -> str | None:
        """Prints the map with the agent's place marked, or gives it as text where the mode is `ansi`."""
        rows = [[letter.decode() for letter in row] for row in self.desc]
        row, column = divmod(self.s, self.ncol)
        rows[row][column] = f'\x1b[41m{rows[row][column]}\x1b[0m'
        moved = '' if self.lastaction is None else f'  ({list(_MOVES)[self.lastaction]})'
        text = '\n'.join([moved, *(''.join(letters) for letters in rows)]) + '\n'
        if mode == 'ansi':
            return text
        sys.stdout.write(text)
        return None
