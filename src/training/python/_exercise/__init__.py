"""Executes the cells of an exercise in the realm's Python; not meant to be imported by exercises."""

from _exercise.answers import answer
from _exercise.execution import conclude, run
from _exercise.surroundings import begin, furnish

__all__ = ['answer', 'begin', 'conclude', 'furnish', 'run']
