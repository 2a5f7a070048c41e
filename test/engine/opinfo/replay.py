"""Makes a recorded call and writes down what came of it: PyTorch, which is recorded, and the engine alike.

A call is `{kind, name, args, kwargs}`; `kind` says what `name` is: a `function` below `torch`, a `method` of
the first argument, a `module` (made of `init`, then called), or an `optimizer` (takes some steps). What came
of it is `{result, gradients}` or `{error: [type, message]}`; `gradientError` where only the way back fails.
"""

import json
import math
import re
from typing import Any

import torch

MOST_ELEMENTS = 48
"""Of a larger result every n-th element is kept."""
STEPS = 5
_REALS = {'nan': math.nan, 'inf': math.inf, '-inf': -math.inf}


def decode(value: Any, leaves: list[Any]) -> Any:
    """A value as the recording spells it. Tensors that require a gradient are added to `leaves`."""
    if isinstance(value, list):
        return [decode(each, leaves) for each in value]
    if not isinstance(value, dict):
        return value
    ((kind, content),) = list(value.items())[:1]
    if kind == 'tensor':
        return _tensor(value, leaves)
    if kind == 'real':
        return _REALS[content]
    if kind == 'tuple':
        return tuple(decode(each, leaves) for each in content)
    if kind == 'dict':
        return {name: decode(each, leaves) for name, each in content.items()}
    if kind == 'size':
        return torch.Size(content)
    if kind == 'slice':
        return slice(*content)
    if kind == 'ellipsis':
        return Ellipsis
    if kind == 'torch':
        return getattr(torch, content)
    raise ValueError(f'unknown kind of value: {kind}')


def _tensor(value: dict[str, Any], leaves: list[Any]) -> Any:
    elements = [_REALS.get(each, each) if isinstance(each, str) else each for each in value['values']]
    flat = torch.tensor(elements, dtype=getattr(torch, value['tensor']))
    made = _laid_out(flat.reshape(value['shape']), value)
    if value.get('requiresGrad'):
        made.requires_grad_(True)
        leaves.append(made)
    return made


def _laid_out(made: Any, value: dict[str, Any]) -> Any:
    layout = value.get('layout')
    if layout == 'transposed' and made.dim() > 1:
        return made.transpose(-1, -2).contiguous().transpose(-1, -2)
    if layout == 'sliced':
        return torch.stack([made, made], -1)[..., 0]
    return made


def _real(value: float, digits: int) -> Any:
    if math.isnan(value):
        return 'nan'
    if math.isinf(value):
        return 'inf' if value > 0 else '-inf'
    return float(f'{value:.{digits}g}')


def encode(value: Any, digits: int = 6) -> Any:
    """A result as the recording spells it, reals with so many digits.

    Raises:
        ValueError: for what is no value of this kind (complex numbers, say).
    """
    if value is None or isinstance(value, (bool, int, str)):
        return value
    if isinstance(value, float):
        found = _real(value, digits)
        return {'real': found} if isinstance(found, str) else found
    if isinstance(value, torch.Tensor):
        return encode_tensor(value, digits, MOST_ELEMENTS)
    if isinstance(value, torch.Size):
        return {'size': list(value)}
    if isinstance(value, tuple):
        return {'tuple': [encode(each, digits) for each in value]}
    if isinstance(value, list):
        return [encode(each, digits) for each in value]
    if isinstance(value, dict):
        return {'dict': {str(name): encode(each, digits) for name, each in value.items()}}
    if isinstance(value, torch.dtype):
        return {'torch': str(value).removeprefix('torch.')}
    raise ValueError(f'cannot write down a {type(value).__name__}')


def encode_tensor(value: Any, digits: int, most: int) -> dict[str, Any]:
    """Dtype, shape and elements of a tensor; of more than `most` elements every n-th.

    Raises:
        ValueError: for dtypes that the engine does not have.
    """
    dtype = str(value.dtype).removeprefix('torch.')
    if dtype not in ('float32', 'float64', 'int64', 'int32', 'int16', 'int8', 'uint8', 'bool'):
        raise ValueError(f'cannot write down a tensor of {dtype}')
    elements = value.detach().reshape(-1).tolist()
    every = -(-len(elements) // most)
    kept = elements[:: every or 1]
    written = [_real(each, digits) for each in kept] if dtype.startswith('float') else kept
    if dtype == 'bool':
        written = [int(each) for each in kept]
    return {'tensor': dtype, 'shape': list(value.shape), 'values': written}


def _named(path: str) -> Any:
    found: Any = torch
    for name in path.split('.'):
        found = getattr(found, name)
    return found


def _floats(value: Any) -> list[Any]:
    if isinstance(value, torch.Tensor):
        return [value] if value.requires_grad else []
    if isinstance(value, dict):
        value = list(value.values())
    return [tensor for each in value for tensor in _floats(each)] if isinstance(value, (list, tuple)) else []


def _weighted(result: Any) -> Any:
    """A sum of all results with weights that repeat after 11 elements, from -1.25 to 1.25."""
    total = None
    for each in _floats(result):
        weights = [((37 * place) % 11 - 5) / 4 for place in range(each.numel())]
        part = (each.reshape(-1) * torch.tensor(weights, dtype=each.dtype)).sum()
        total = part if total is None else total + part
    return total


def make(call: dict[str, Any]) -> dict[str, Any]:
    """Makes one call and says what came of it."""
    torch.manual_seed(0)
    leaves: list[Any] = []
    try:
        result = _make(call, leaves)
        found = {'result': encode(result)}
    except Exception as error:
        return {'error': described(error)}
    try:
        loss = _weighted(result) if leaves else None
        if loss is not None:
            gradients = torch.autograd.grad(loss, leaves, allow_unused=True)
            found['gradients'] = [encode(each) for each in gradients]
    except Exception as error:
        found['gradientError'] = described(error)
    return found


def described(error: BaseException) -> list[str]:
    """Type and message of an exception, without addresses in memory."""
    return [type(error).__name__, re.sub(r'0x[0-9a-f]+', '0x', str(error))]


def _make(call: dict[str, Any], leaves: list[Any]) -> Any:
    kind, name = call['kind'], call['name']
    args = decode(call.get('args', []), leaves)
    kwargs = {key: decode(value, leaves) for key, value in call.get('kwargs', {}).items()}
    if kind == 'function':
        return _named(name)(*args, **kwargs)
    if kind == 'method':
        target = args[0]
        if name.endswith('_') and not name.startswith('__') and target.requires_grad:
            target = target.clone()
        return getattr(target, name)(*args[1:], **kwargs)
    init = decode(call.get('init', []), [])
    options = {key: decode(value, []) for key, value in call.get('options', {}).items()}
    if kind == 'optimizer':
        return _optimized(_named(name), options)
    module = _named(name)(*init, **options)
    if call.get('training') is False:
        module.eval()
    result = module(*args, **kwargs)
    leaves.extend(module.parameters())
    return result


def _optimized(optimizer_class: Any, options: dict[str, Any]) -> list[Any]:
    """The parameters of a small fit after some steps."""
    generator = [((29 * place) % 13 - 6) / 8 for place in range(12)]
    inputs = torch.tensor(generator).reshape(4, 3)
    weight = torch.tensor([[0.5, -1.0], [0.25, 2.0], [-0.75, 1.5]], requires_grad=True)
    bias = torch.tensor([0.1, -0.2], requires_grad=True)
    parameters = [weight] if optimizer_class.__name__ == 'Muon' else [weight, bias]
    optimizer = optimizer_class(parameters, **options)

    def closure() -> Any:
        optimizer.zero_grad()
        loss = (((inputs @ weight + bias).sin() - 0.5) ** 2).mean()
        loss.backward()
        return loss

    losses = [optimizer.step(closure) for _ in range(STEPS)]
    return [*losses, *parameters]


def replay(calls: str) -> None:
    """Makes the calls of a JSON list and prints a line of JSON for what came of each."""
    for call in json.loads(calls):
        print(json.dumps(make(call)))
