"""What is said of names that numpy has and the engine has not."""

__all__ = ['missing', 'unsupported']


def missing(module: str, name: str) -> AttributeError:
    """The error for `module.name`: unknown to numpy, or known there and not supported here."""
    return AttributeError(unsupported(module, name) or f"module '{module}' has no attribute '{name}'")


def unsupported(owner: str, name: str) -> str | None:
    """What to say of a name that numpy has; None when it has no such name."""
    from ._known_names import KNOWN

    if name not in KNOWN.get(owner, '').split():
        return None
    return f'D2L Exercises does not support {owner.replace("numpy", "np", 1)}.{name}'
