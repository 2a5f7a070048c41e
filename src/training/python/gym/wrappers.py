"""What gym puts around its environments."""

from typing import Any

from .core import Env, Wrapper

__all__ = ['TimeLimit']


class TimeLimit(Wrapper):
    """Ends episodes that take too long.

    Args:
        env: the environment.
        max_episode_steps: the most steps of an episode.
    """

    def __init__(self, env: Env, max_episode_steps: int) -> None:
        super().__init__(env)
        self._max_episode_steps = max_episode_steps
        self._elapsed_steps: int | None = None

    def step(self, action: Any) -> tuple[Any, float, bool, dict[str, Any]]:
        """As the environment's; after the last step there is, the facts say `TimeLimit.truncated`."""
        assert self._elapsed_steps is not None, 'Cannot call env.step() before calling reset()'
        observation, reward, done, info = self.env.step(action)
        self._elapsed_steps += 1
        if self._elapsed_steps >= self._max_episode_steps:
            info['TimeLimit.truncated'] = not done
            done = True
        return observation, reward, done, info

    def reset(self, **kwargs: Any) -> Any:
        """As the environment's."""
        self._elapsed_steps = 0
        return self.env.reset(**kwargs)
