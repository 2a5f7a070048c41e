"""Executes the cells of an exercise in the realm's Python; not meant to be imported by exercises."""

from _exercise.answers import answer
from _exercise.ended import tell_graph, tell_variables
from _exercise.environment import begin, set_up
from _exercise.execution import ask, conclude, run

__all__ = ['answer', 'ask', 'begin', 'conclude', 'run', 'set_up', 'tell_graph', 'tell_variables']
