"""The frozen lake of the book's sections on reinforcement learning, and what was learned of it, drawn."""

from typing import Any

import numpy as np
from matplotlib import pyplot as plt

__all__ = ['frozen_lake', 'make_env', 'show_Q_function_progress', 'show_value_function_progress']

_OFFERED_LATE_BY = 'd2l.torch'

_GRID = 4
"""Rows and columns of the lake, and of the pictures in a figure."""

_ARROWS = ((-0.25, 0), (0, 0.25), (0.25, 0), (-0.25, 0))
"""How far an arrow goes right and down, by action. The book draws up, the last one, as it draws left."""

_LETTERS = {'H': ('y', 20), 'G': ('w', 20)}
"""Colour and size of letters; of the others: green, 15."""


def frozen_lake(seed: int) -> dict[str, Any]:
    """The frozen lake without slips, and what is to be known of it.

    Args:
        seed: of its random streams.

    Returns:
        `desc`, the map; `num_states`, `num_actions`; `mdp`: by state and action what may happen, tuples
        of probability, next state, reward and whether the episode is over; the places of these in a
        tuple, `trans_prob_idx`, `nextstate_idx`, `reward_idx` and `done_idx`; `env`, gym's environment.
    """
    import gym

    env = gym.make('FrozenLake-v1', is_slippery=False)
    env.seed(seed)
    env.action_space.seed(seed)
    outcomes = {(state, action): what for state, by in env.P.items() for action, what in by.items()}
    return {
        'desc': env.desc,
        'num_states': env.nS,
        'num_actions': env.nA,
        'trans_prob_idx': 0,
        'nextstate_idx': 1,
        'reward_idx': 2,
        'done_idx': 3,
        'mdp': outcomes,
        'env': env,
    }


def make_env(name: str = '', seed: int = 0) -> dict[str, Any]:
    """What `frozen_lake` gives.

    Raises:
        ValueError: unless the name is `FrozenLake-v1`.
    """
    if name != 'FrozenLake-v1':
        raise ValueError('%s env is not supported in this Notebook')
    return frozen_lake(seed)


def show_value_function_progress(env_desc: Any, V: Any, pi: Any) -> None:
    """Draws the value of each state, and the best action there, after each iteration.

    Args:
        env_desc: the map.
        V: values of shape (iterations, states), at most 16 iterations.
        pi: actions of the same shape.
    """
    plt.subplots(figsize=(15, 15))
    for number, (values, actions) in enumerate(zip(V, pi, strict=False), 1):
        plt.subplot(_GRID, _GRID, number)
        _draw(plt.gca(), env_desc, values, actions)
        plt.gca().set_title(f'Step = {number}', fontsize=20)
    plt.gcf().tight_layout()
    plt.show()


def show_Q_function_progress(env_desc: Any, V_all: Any, pi_all: Any) -> None:  # noqa: N802 - the book's name
    """Draws the best value and action of each state, after every tenth part of the iterations and the last.

    Args:
        env_desc: the map.
        V_all: values of shape (iterations, states), at least 10 iterations.
        pi_all: actions of the same shape.
    """
    count = V_all.shape[0]
    shown = [*range(0, count, count // 10), count - 1]
    plt.subplots(figsize=(15, 15))
    for number, iteration in enumerate(shown, 1):
        plt.subplot(_GRID, _GRID, number)
        _draw(plt.gca(), env_desc, V_all[iteration], pi_all[iteration])
        plt.gca().set_title(f'Step = {iteration + 1}', fontsize=20)
    plt.gcf().tight_layout()
    plt.show()


def _draw(axes: Any, env_desc: Any, values: Any, actions: Any) -> None:
    axes.imshow(values.reshape(_GRID, _GRID), cmap='bone')
    borders = np.arange(0, _GRID + 1) - 0.5
    axes.set_xticks(borders, minor=True)
    axes.set_yticks(borders, minor=True)
    axes.grid(which='minor', color='w', linestyle='-', linewidth=3)
    axes.tick_params(which='minor', bottom=False, left=False)
    axes.set_xticks([])
    axes.set_yticks([])
    for y in range(_GRID):
        for x in range(_GRID):
            letter = env_desc[y, x].decode()
            color, size = _LETTERS.get(letter, ('g', 15))
            axes.text(x, y, letter, ha='center', va='center', color=color, size=size, fontweight='bold')
            if letter not in _LETTERS:
                right, down = _ARROWS[int(actions[y * _GRID + x])]
                axes.arrow(x, y, right, down, color='r', head_width=0.2, head_length=0.15)
