"""Prints, as JSON, every public name of the engine's Python modules: what it is and how it is called."""

import importlib
import inspect
import json
import sys
from typing import Any

MODULES = (
    'torch',
    'torch.Tensor',
    'torch.nn',
    'torch.nn.functional',
    'torch.nn.init',
    'torch.nn.utils',
    'torch.optim',
    'torch.optim.lr_scheduler',
    'torch.autograd',
    'torch.autograd.functional',
    'torch.linalg',
    'torch.special',
    'torch.distributions',
    'torch.utils.data',
    'torch.cuda',
    'd2l.torch',
    'numpy',
    'numpy.random',
    'numpy.linalg',
    'matplotlib.pyplot',
    'pandas',
)
# Where the generated operations of a module are, and what their names begin with.
OPERATIONS = {
    'torch': ('torch._operations', '_f_'),
    'torch.Tensor': ('torch._operations', '_m_'),
    'torch.nn.functional': ('torch._operations_nn', '_f_'),
    'torch.linalg': ('torch._operations_linalg', '_f_'),
    'torch.special': ('torch._operations_special', '_f_'),
}


def load(name: str) -> Any:
    """The module or class of that name; None when the engine has none."""
    if name == 'torch.Tensor':
        return importlib.import_module('torch').Tensor
    try:
        return importlib.import_module(name)
    except ImportError:
        return None


def entries_of(module: str, name: str) -> list[str]:
    """The engine's operations behind a name; none for what is written in Python."""
    where, prefix = OPERATIONS.get(module, ('', ''))
    operation = getattr(sys.modules.get(where), prefix + name, None)
    return [row[0] for row in operation.overloads] if operation is not None else []


def kind_of(value: Any) -> str:
    """How a name is used."""
    if inspect.isclass(value):
        return 'class'
    if callable(value):
        return 'function'
    return 'attribute' if isinstance(value, property) else 'value'


def form_of(value: Any) -> str:
    """The parameters by name and default; nothing for what is no function, or tells nothing."""
    if not callable(value):
        return ''
    try:
        parameters = inspect.signature(value).parameters.values()
    except (TypeError, ValueError):
        return ''
    shown = [
        str(each.replace(annotation=inspect.Parameter.empty)) for each in parameters if each.name != 'self'
    ]
    return f'({", ".join(shown)})'


def is_own(value: Any, module: str) -> bool:
    """Whether the name is the module's to offer, rather than something that it needs itself."""
    if inspect.ismodule(value):
        return False
    home = getattr(value, '__module__', None) or ''
    return not isinstance(home, str) or home.partition('.')[0] not in {
        'typing',
        'collections',
        'functools',
        'contextlib',
        'types',
        'enum',
        'warnings',
        '__future__',
        'dataclasses',
        'abc',
        'inspect',
        'pathlib',
        'io',
        'itertools',
    }


def describe(module: str) -> list[dict[str, Any]]:
    """Every public name of a module, in alphabetical order."""
    found = load(module)
    if found is None:
        return []
    rows = []
    for name in sorted(name for name in dir(found) if not name.startswith('_')):
        try:
            value = inspect.getattr_static(found, name) if inspect.isclass(found) else getattr(found, name)
        except (AttributeError, ImportError):
            continue
        if is_own(value, module):
            summary = (
                (inspect.getdoc(value) or '').partition('\n')[0]
                if callable(value) or isinstance(value, property)
                else ''
            )
            entries = entries_of(module, name)
            rows.append(
                {
                    'name': name,
                    'kind': kind_of(value),
                    'form': '' if entries else form_of(value),
                    'summary': '' if entries else summary,
                    'entries': entries,
                }
            )
    return rows


for module in MODULES:
    print(json.dumps({'module': module, 'names': describe(module)}))
