"""Writes the public names of a real PyTorch, numpy and d2l into the `_known_names.py` of the engine's packages.

Run with a Python that has them: `python scripts/record-pytorch-names.py`. The engine says of these names that they are
not supported, rather than that there is no such name.
"""

import importlib
import inspect
import sys
import textwrap
from pathlib import Path
from typing import Any

TORCH = (
    'torch',
    'torch.Tensor',
    'torch.autograd',
    'torch.autograd.functional',
    'torch.cuda',
    'torch.distributions',
    'torch.distributions.Distribution',
    'torch.jit',
    'torch.linalg',
    'torch.nn',
    'torch.nn.Module',
    'torch.nn.functional',
    'torch.nn.init',
    'torch.nn.utils',
    'torch.optim',
    'torch.optim.Optimizer',
    'torch.optim.lr_scheduler',
    'torch.special',
    'torch.utils',
    'torch.utils.data',
)
OTHERS = (
    'IPython',
    'IPython.display',
    'PIL',
    'pandas',
    'scipy',
    'scipy.optimize',
    'scipy.spatial',
    'scipy.spatial.distance',
    'scipy.special',
    'scipy.stats',
)
# gym 0.21, which cannot be installed beside the others.
GYM = (
    'ActionWrapper Env GoalEnv ObservationWrapper RewardWrapper Space Wrapper core envs error logger make '
    'register spaces spec utils vector version wrappers'
)
NUMPY = ('numpy', 'numpy.linalg', 'numpy.ndarray', 'numpy.random')
PACKAGES = Path(__file__).parent.parent / 'src/training/python'


def found(name: str) -> Any:
    """The module or class of that name."""
    module, _, last = name.rpartition('.')
    is_class = bool(module) and (last[0].isupper() or last == 'ndarray')
    return getattr(importlib.import_module(module), last) if is_class else importlib.import_module(name)


def belongs(value: Any) -> bool:
    """Whether a name is the package's own: no module that it imports, no word of `typing`."""
    home = value.__name__ if inspect.ismodule(value) else getattr(value, '__module__', None)
    borrowed = isinstance(home, str) and home.partition('.')[0] in sys.stdlib_module_names
    return not borrowed or home == 'builtins'


def public_names(name: str) -> list[str]:
    """What the package itself calls public."""
    owner = found(name)
    if name == 'd2l.torch':
        # Programs say `d2l.math` too: what the book's package imports is among its names.
        return sorted(each for each in dir(owner) if not each.startswith('_'))
    return sorted(each for each in dir(owner) if not each.startswith('_') and belongs(getattr(owner, each, None)))


def write(package: str, title: str, modules: tuple[str, ...]) -> None:
    """The names of one package, beside its own modules."""
    version = importlib.import_module(package).__version__.partition('+')[0]
    head = f'Public names of {title} {version}, by module'
    table = {module: ' '.join(public_names(module)) for module in modules}
    write_table(PACKAGES / package / '_known_names.py', head, table)


def write_table(target: Path, head: str, table: dict[str, str]) -> None:
    """A module with the names of each module."""
    lines = [
        f'"""{head}; made by scripts/record-pytorch-names.py."""',
        '',
        "__all__ = ['KNOWN']",
        '',
        'KNOWN: dict[str, str] = {',
    ]
    for module, names in table.items():
        wrapped = textwrap.wrap(names, 100)
        lines += [f"    '{module}': \"\"\"", *(f'        {line}' for line in wrapped), '    """,']
    lines.append('}')
    target.write_text('\n'.join(lines) + '\n')


if __name__ == '__main__':
    write('torch', 'PyTorch', TORCH)
    write('numpy', 'numpy', NUMPY)
    write('d2l', 'd2l', ('d2l.torch',))
    others = {module: ' '.join(public_names(module)) for module in OTHERS} | {'gym': GYM}
    write_table(PACKAGES / '_known' / 'names.py', 'Public names of further packages, by module', others)
