"""Runs exercises on real PyTorch, in any Python that has it, and tells of them as the built-in engine does.

Pure Python: nothing of it is installed. `pipe` serves lines of JSON over the pipes of a process; another
transport makes a `Runner` of its own (`runner`). What is shared with the built-in engine, `_exercise` and the
book's package `d2l`, lies beside it.
"""
