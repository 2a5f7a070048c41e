"""What is said of names that PyTorch has and the engine has not."""

__all__ = ['missing', 'missing_member', 'unsupported']

_ADVICE = {
    'torch.multiprocessing': 'there is one process',
    'torch.distributed': 'there is one process',
    'torch.hub': 'a run has no network',
    'torch.jit': 'nothing is compiled here',
    'torch.nn.Module.compile': 'call the model itself',
}


def missing(module: str, name: str) -> AttributeError:
    """The error for `module.name`: unknown to PyTorch, or known there and not supported here."""
    return AttributeError(unsupported(module, name) or f"module '{module}' has no attribute '{name}'")


def missing_member(owner: str, shown: str, name: str) -> AttributeError:
    """The same for a member of an object.

    Args:
        owner: PyTorch's class, `torch.Tensor`.
        shown: the name of the object's own class.
        name: what it was asked for.
    """
    found = None if name.startswith('_') else unsupported(owner, name)
    return AttributeError(found or f"'{shown}' object has no attribute '{name}'")


def unsupported(module: str, name: str) -> str | None:
    """What to say of a name that PyTorch has; None when it has no such name."""
    from ._known_names import KNOWN

    if name not in KNOWN.get(module, '').split():
        return None
    full = f'{module}.{name}'
    advice = _ADVICE.get(full) or _ADVICE.get(module)
    return f'D2L Exercises does not support {full} yet' + (f': {advice}' if advice else '')
