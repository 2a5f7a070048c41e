"""What the latest run has left: its names, which are told when it is over, and asked of afterwards."""

import sys
from typing import Any

__all__ = ['Ended', 'latest', 'tell_graph', 'tell_variables']


class Ended:
    """A run that is under way or over.

    Attributes:
        variables: of the module; None: nothing has run.
        error: what ended it, if something did.
        results: the values of expressions that were evaluated since, by their text.
        told: the values that the host knows by their places.
    """

    def __init__(self) -> None:
        self.begin(None)

    def begin(self, variables: dict[str, Any] | None) -> None:
        """A run begins with these names."""
        self.variables = variables
        self.error: BaseException | None = None
        self.results: dict[str, Any] = {}
        self.told: list[Any] = []


latest = Ended()


def tell_variables() -> None:
    """Tells the names of the run that has ended, and what was evaluated since."""
    if latest.variables is not None:
        module = sys.modules['_exercise.variables']
        latest.told = module.tell(latest.variables, latest.error, latest.results)


def tell_graph() -> None:
    """Tells the names by which the graph of the run that has ended is known."""
    if latest.variables is not None:
        sys.modules['_exercise.graph'].tell(latest.variables, latest.error)
