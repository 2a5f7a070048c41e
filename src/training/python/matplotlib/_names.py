"""What is said of names that matplotlib has and the engine has not."""

__all__ = ['missing', 'missing_member', 'unsupported']

_ADVICE = {
    'matplotlib.widgets': 'set the values in the code; the panel has controls for them',
    'matplotlib.axes.Axes.table': 'print the table instead',
}


def missing(module: str, name: str) -> AttributeError:
    """The error for `module.name`: unknown to matplotlib, or known there and not supported here."""
    return AttributeError(unsupported(module, name) or f"module '{module}' has no attribute '{name}'")


def missing_member(kind: type, name: str, owner: str | None = None) -> AttributeError:
    """The same for a member of an object.

    Args:
        kind: the object's class.
        name: what it was asked for.
        owner: matplotlib's class, where it is not the object's own.
    """
    full = owner or f'{kind.__module__}.{kind.__name__}'
    found = None if name.startswith('_') else unsupported(full, name)
    return AttributeError(found or f"'{kind.__name__}' object has no attribute '{name}'")


def unsupported(owner: str, name: str) -> str | None:
    """What to say of a name that matplotlib has; None when it has no such name."""
    from ._known_names import KNOWN

    if name not in KNOWN.get(owner, '').split():
        return None
    shown = {'matplotlib.pyplot': 'plt', 'matplotlib.axes.Axes': 'Axes', 'matplotlib.figure.Figure': 'Figure'}
    advice = _ADVICE.get(f'{owner}.{name}')
    return f'D2L Exercises does not support {shown.get(owner, owner)}.{name}' + (
        f': {advice}' if advice else ''
    )
