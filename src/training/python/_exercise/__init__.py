"""Executes the cells of an exercise in the realm's Python; not meant to be imported by exercises."""

from _exercise.answers import answer
from _exercise.environment import begin, set_up
from _exercise.execution import conclude, run, tell_graph, tell_variables

__all__ = ['answer', 'begin', 'conclude', 'run', 'set_up', 'tell_graph', 'tell_variables']
