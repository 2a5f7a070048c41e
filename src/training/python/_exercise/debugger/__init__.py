"""Debugs a run: follows the learner's code by `bdb`, and answers the host while it stands.

Imported only by a run that is debugged.
"""

from _exercise.debugger.conversation import Debugger

__all__ = ['Debugger']
