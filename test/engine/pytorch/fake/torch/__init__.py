"""As little of PyTorch as the contract needs: numbers with gradients, in any Python, nothing compiled."""

import os
import random as _random
import sys
from types import ModuleType, SimpleNamespace

__version__ = os.environ.get('FAKE_TORCH', '2.0.0+fake')

if __version__ == 'broken':
    raise OSError('libtorch_cpu.so: cannot open shared object file')

version = SimpleNamespace(cuda='12.1' if os.environ.get('FAKE_CUDA') else None)
cuda = SimpleNamespace(is_available=lambda: bool(os.environ.get('FAKE_CUDA')))


def manual_seed(seed):
    _random.seed(seed)


def get_rng_state():
    return _random.getstate()


def set_rng_state(state):
    _random.setstate(state)


class Tensor:
    """A number that knows its derivatives by the leaves that it was made of."""

    def __init__(self, value, requires_grad=False, partial=None):
        self.value = float(value)
        self.requires_grad = requires_grad
        self.grad = None
        self.partial = {self: 1.0} if requires_grad else (partial or {})
        self._version = 0
        self.shape = ()
        made = not requires_grad and bool(self.partial)
        self.grad_fn = _Node(tuple((leaf, 0) for leaf in map(_Leaf, self.partial))) if made else None

    is_leaf = property(lambda self: self.grad_fn is None)

    def _combined(self, other, value, mine, theirs):
        partial = {leaf: slope * mine for leaf, slope in self.partial.items()}
        for leaf, slope in getattr(other, 'partial', {}).items():
            partial[leaf] = partial.get(leaf, 0.0) + slope * theirs
        return Tensor(value, partial=partial)

    def __add__(self, other):
        return self._combined(other, self.value + float(other), 1.0, 1.0)

    def __sub__(self, other):
        return self._combined(other, self.value - float(other), 1.0, -1.0)

    def __mul__(self, other):
        return self._combined(other, self.value * float(other), float(other), self.value)

    __rmul__ = __mul__
    __radd__ = __add__

    def __isub__(self, other):
        self.value -= float(other)
        self._version += 1
        return self

    def __float__(self):
        return self.value

    def __repr__(self):
        return f'tensor({self.value:.4f})'

    def backward(self):
        autograd.backward(self)

    def detach(self):
        return Tensor(self.value)

    def clone(self):
        return Tensor(self.value)

    def reshape(self, *_):
        return self

    def __getitem__(self, _):
        return self

    def __eq__(self, other):
        return SimpleNamespace(all=lambda: self.value == other.value) if isinstance(other, Tensor) else False

    __hash__ = object.__hash__

    def data_ptr(self):
        return 0

    def numel(self):
        return 1

    def tolist(self):
        return [self.value]


class _Node:
    def __init__(self, next_functions):
        self.next_functions = next_functions


class _Leaf:
    next_functions = ()

    def __init__(self, variable):
        self.variable = variable


def _backward(tensors, create_graph=False):
    for leaf, slope in tensors.partial.items():
        leaf.grad = Tensor(slope + (0.0 if leaf.grad is None else leaf.grad.value))


def tensor(value, requires_grad=False):
    return Tensor(value, requires_grad)


def rand():
    return Tensor(_random.random())


def _module(name, **members):
    module = ModuleType(f'torch.{name}')
    vars(module).update(members)
    sys.modules[f'torch.{name}'] = module
    return module


class DataLoader:
    """Hands out its data one by one."""

    def __init__(self, dataset, batch_size=1, num_workers=0):
        self.dataset = dataset
        self.num_workers = num_workers

    def __iter__(self):
        return iter(self.dataset)

    def __len__(self):
        return len(self.dataset)


class _Named:
    pass


autograd = _module('autograd', backward=_backward)
optim = _module('optim', Optimizer=_Named, SGD=_Named)
nn = _module('nn', Module=type('Module', (), {}), Sequential=_Named)
nn.parameter = _module('nn.parameter', UninitializedParameter=type('UninitializedParameter', (), {}))
nn.functional = _module('nn.functional')
utils = _module('utils')
_loaders = {'DataLoader': DataLoader, 'TensorDataset': _Named, 'SequentialSampler': _Named}
utils.data = _module('utils.data', dataloader=_module('utils.data.dataloader'), **_loaders)
