"""What is said of names that a package has elsewhere and not here, as far as its public names are known."""

__all__ = ['missing']


def missing(module: str, name: str, shown: str = '') -> AttributeError:
    """The error for `module.name`: unknown to the package, or known there and not supported here.

    Args:
        module: by its full name.
        name: what it was asked for.
        shown: how programs call the module, `pd`.
    """
    from .names import KNOWN  # only once a name is missing

    if name in KNOWN.get(module, '').split():
        return AttributeError(f'D2L Exercises does not support {shown or module}.{name}')
    return AttributeError(f"module '{module}' has no attribute '{name}'")
