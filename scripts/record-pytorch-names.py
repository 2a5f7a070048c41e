"""Writes the public names of a real PyTorch into src/training/python/torch/_known_names.py.

Run with a Python that has torch: `python scripts/record-pytorch-names.py`. The engine says of these names that
they are not supported, rather than that PyTorch has no such name.
"""

import importlib
import textwrap
from pathlib import Path

import torch

MODULES = (
    'torch',
    'torch.Tensor',
    'torch.autograd',
    'torch.cuda',
    'torch.distributions',
    'torch.linalg',
    'torch.nn',
    'torch.nn.functional',
    'torch.nn.init',
    'torch.nn.utils',
    'torch.optim',
    'torch.optim.lr_scheduler',
    'torch.special',
    'torch.utils',
    'torch.utils.data',
)
TARGET = Path(__file__).parent.parent / 'src/training/python/torch/_known_names.py'


def public_names(module: str) -> list[str]:
    """What PyTorch itself calls public."""
    found = torch.Tensor if module == 'torch.Tensor' else importlib.import_module(module)
    return sorted(name for name in dir(found) if not name.startswith('_'))


def main() -> None:
    lines = [
        f'"""Public names of PyTorch {torch.__version__.partition("+")[0]}, by module; made by scripts/record-pytorch-names.py."""',
        '',
        'KNOWN: dict[str, str] = {',
    ]
    for module in MODULES:
        wrapped = textwrap.wrap(' '.join(public_names(module)), 100)
        lines += [f"    '{module}': '''", *(f'        {line}' for line in wrapped), "    ''',"]
    lines.append('}')
    TARGET.write_text('\n'.join(lines) + '\n')


if __name__ == '__main__':
    main()
