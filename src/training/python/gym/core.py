"""Environments, and what is put around them."""

from typing import Any, ClassVar

from .spaces import Space

__all__ = ['Env', 'Wrapper']


class Env:
    """A world that an agent acts in, step by step.

    Attributes:
        action_space: what `step` takes.
        observation_space: what `reset` and `step` show.
    """

    metadata: ClassVar[dict[str, list[str]]] = {'render.modes': []}
    reward_range: tuple[float, float] = (-float('inf'), float('inf'))
    id: str | None = None
    action_space: Space
    observation_space: Space

    def step(self, action: Any) -> tuple[Any, float, bool, dict[str, Any]]:
        """Acts; gives what is seen then, the reward, whether the episode is over, and further facts.

        Raises:
            NotImplementedError: unless the environment says what happens.
        """
        raise NotImplementedError

    def reset(self) -> Any:
        """Begins an episode; gives what is seen first.

        Raises:
            NotImplementedError: unless the environment does.
        """
        raise NotImplementedError

    def render(self, mode: str = 'human') -> Any:
        """Shows where the agent is.

        Raises:
            NotImplementedError: unless the environment does.
        """
        raise NotImplementedError

    def close(self) -> None:
        """Nothing is to be put away."""

    def seed(self, seed: int | None = None) -> list[int] | None:
        """Starts the environment's random stream."""
        return None

    @property
    def unwrapped(self) -> 'Env':
        """The environment itself."""
        return self

    def __str__(self) -> str:
        name = type(self).__name__
        return f'<{name} instance>' if self.id is None else f'<{name}<{self.id}>>'

    __repr__ = __str__


class Wrapper(Env):
    """An environment around another, whose attributes it has.

    Args:
        env: the environment within.
    """

    def __init__(self, env: Env) -> None:
        self.env = env
        self.action_space = env.action_space
        self.observation_space = env.observation_space
        self.reward_range = env.reward_range

    def __getattr__(self, name: str) -> Any:
        if name.startswith('_') or name == 'env':
            raise AttributeError(f"attempted to get missing private attribute '{name}'")
        return getattr(self.env, name)

    def step(self, action: Any) -> tuple[Any, float, bool, dict[str, Any]]:
        """As the environment within."""
        return self.env.step(action)

    def reset(self, **kwargs: Any) -> Any:
        """As the environment within."""
        return self.env.reset(**kwargs)

    def render(self, mode: str = 'human', **kwargs: Any) -> Any:
        """As the environment within."""
        return self.env.render(mode, **kwargs)

    def seed(self, seed: int | None = None) -> list[int] | None:
        """As the environment within."""
        return self.env.seed(seed)

    @property
    def unwrapped(self) -> Env:
        """The innermost environment."""
        return self.env.unwrapped

    def __str__(self) -> str:
        return f'<{type(self).__name__}{self.env}>'

    __repr__ = __str__
