"""Record what PyTorch makes of samples from its own test databases.

`op_db` (operations), `module_db` (layers) and `optim_db` (optimizers) of `torch.testing._internal` make inputs chosen by
those who know where an operation breaks. A selection of them, with seeds of our own, goes to
`test/engine/opinfo/recorded/GROUP.jsonl`, a call and what came of it on each line; `npm run parity -- opinfo` makes the same
calls with the engine.

    python scripts/record-opinfo.py

needs a Python with `torch` 2.9, `numpy`, `scipy` and `expecttest`. The selection, by `SHARES`: small float32 and float64,
int64 and bool inputs, functions, methods and in-place methods, and inputs that PyTorch says are errors. Left out are dtypes
that the engine does not have, sparse layouts and other devices; how many calls could not be written down is printed.
"""

from __future__ import annotations

import argparse
import collections
import importlib
import json
import random
import sys
import warnings
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import torch

FOLDER = Path(__file__).resolve().parent.parent / 'test' / 'engine' / 'opinfo'
sys.path.insert(0, str(FOLDER))
replay: Any = importlib.import_module('replay')

Json = Any

SHARES = {torch.float32: 8, torch.float64: 2, torch.int64: 3, torch.bool: 2}
"""How many samples of an operation are taken of each dtype."""
METHODS, IN_PLACE, ERRORS, MODULES = 1, 1, 6, 4
MOST_ELEMENTS = 150
"""In the tensors of one call."""
MOST_CANDIDATES = 400
MOST_CHARACTERS = 4000
EXACT = ('linalg', 'cholesky', 'lu', 'svd', 'qr', 'pinverse', 'logdet', 'det', 'inverse', 'slogdet')
"""Matrices of a lower rank do not survive that their elements are rounded."""
LEFT_OUT = {
    'empty': 'its elements are whatever was there',
    'empty_like': 'its elements are whatever was there',
    'empty_permuted': 'its elements are whatever was there',
    'empty_strided': 'its elements are whatever was there',
    'new_empty': 'its elements are whatever was there',
    'new_empty_strided': 'its elements are whatever was there',
    'resize_': 'its elements are whatever was there',
    'resize_as_': 'its elements are whatever was there',
    'nn.functional.rrelu': 'PyTorch draws its slopes with an instruction set of its own',
}
INTERNAL = ('_', 'torch.', 'ops.', 'jiterator', 'sparse.', 'to_sparse', 'nn.functional._', 'special._', 'masked.', 'signal.')
"""Starts of names that no learner calls, and of packages that the engine does not have at all."""


class Unrecordable(Exception):
    """A call that cannot be written down."""


def spelled(value: Any, digits: int) -> Json:
    """An argument as the recording spells it; see `replay.decode`."""
    if isinstance(value, torch.Tensor):
        if value.layout != torch.strided or value.device.type != 'cpu' or value.numel() > MOST_ELEMENTS:
            raise Unrecordable('tensor')
        try:
            written = replay.encode_tensor(value, digits, MOST_ELEMENTS)
        except ValueError as error:
            raise Unrecordable(str(error)) from None
        return {**written, 'requiresGrad': True} if value.requires_grad else written
    if isinstance(value, torch.Size):
        return {'size': list(value)}
    if isinstance(value, tuple):
        return {'tuple': [spelled(each, digits) for each in value]}
    if isinstance(value, list):
        return [spelled(each, digits) for each in value]
    if isinstance(value, slice):
        return {'slice': [value.start, value.stop, value.step]}
    if value is Ellipsis:
        return {'ellipsis': True}
    if isinstance(value, torch.dtype):
        name = str(value).removeprefix('torch.')
        if name not in ('float32', 'float64', 'int64', 'int32', 'int16', 'int8', 'uint8', 'bool'):
            raise Unrecordable(name)
        return {'torch': name}
    if isinstance(value, torch.memory_format):
        return {'torch': str(value).removeprefix('torch.')}
    if isinstance(value, torch.device):
        return str(value)
    try:
        return replay.encode(value, 17)
    except ValueError as error:
        raise Unrecordable(str(error)) from None


def call_of(kind: str, name: str, args: Iterable[Any], kwargs: dict[str, Any], **more: Any) -> Json:
    """One call as JSON."""
    digits = 9 if any(word in name for word in EXACT) else 4
    call = {'kind': kind, 'name': name, 'args': [spelled(each, digits) for each in args]}
    if kwargs:
        call['kwargs'] = {key: spelled(value, digits) for key, value in kwargs.items()}
    return call | more


def function_path(op: Any) -> str | None:
    """Where a learner finds the function of an operation, if it is one."""
    found: Any = torch
    for word in op.name.split('.'):
        found = getattr(found, word, None)
    if found is None:
        return None
    try:
        return op.name if op.op is found or op.op.__name__ != '<lambda>' and found.__name__ == op.op.__name__ else None
    except AttributeError:
        return None


def spread(candidates: list[Json], count: int) -> list[Json]:
    """So many of the candidates, evenly from the first to the last."""
    if len(candidates) <= count:
        return candidates
    return [candidates[place * (len(candidates) - 1) // max(count - 1, 1)] for place in range(count)]


def calls_of(kind: str, name: str, samples: Iterable[Any], lost: collections.Counter[str]) -> list[Json]:
    """The samples of one dtype as different calls, those that can be written down."""
    found: dict[str, Json] = {}
    for sample in islice(samples, MOST_CANDIDATES):
        try:
            call = call_of(kind, name, (sample.input, *sample.args), sample.kwargs)
        except Unrecordable as reason:
            lost[str(reason)] += 1
            continue
        text = json.dumps(call)
        if len(text) <= MOST_CHARACTERS:
            found.setdefault(text, call)
    return list(found.values())


def operation_calls(op: Any, lost: collections.Counter[str]) -> Iterator[Json]:
    """A selection of the samples of one operation."""
    path = function_path(op)
    method = getattr(op.method_variant, '__name__', None)
    kind, name = ('function', path) if path is not None else ('method', method)
    if name is None:
        lost[f'no name: {op.name}'] += 1
        return
    for dtype, count in SHARES.items():
        if dtype not in op.supported_dtypes('cpu'):
            continue
        torch.manual_seed(16)
        random.seed(16)
        differentiable = op.supports_autograd and dtype.is_floating_point
        try:
            samples = list(islice(op.sample_inputs('cpu', dtype, requires_grad=differentiable), MOST_CANDIDATES))
        except Exception as error:
            lost[f'no samples: {type(error).__name__}'] += 1
            continue
        calls = calls_of(kind, name, samples, lost)
        yield from spread(calls, count)
        if dtype == torch.float32:
            if method is not None and kind == 'function':
                yield from spread([call | {'kind': 'method', 'name': method} for call in calls], METHODS)
            if op.inplace_variant is not None:
                changing = getattr(op.inplace_variant, '__name__', f'{op.name}_')
                yield from spread([call | {'kind': 'method', 'name': changing} for call in calls], IN_PLACE)
    try:
        errors = [each.sample_input for each in op.error_inputs('cpu')] if op.error_inputs_func else []
    except Exception as error:
        lost[f'no errors: {type(error).__name__}'] += 1
        errors = []
    yield from spread(calls_of(kind, name, errors, lost), ERRORS)


def module_calls(info: Any, lost: collections.Counter[str]) -> Iterator[Json]:
    """A selection of the samples of one layer, trained and not."""
    name = f'nn.{info.module_cls.__name__}'
    calls = []
    for training in (True, False) if info.train_and_eval_differ else (True,):
        torch.manual_seed(16)
        inputs = info.module_inputs_func(info, device='cpu', dtype=torch.float32, requires_grad=True, training=training)
        more = {} if training else {'training': False}
        calls += list(made_modules(name, inputs, more, lost))
    if info.module_error_inputs_func is not None:
        inputs = info.module_error_inputs_func(
            info, device='cpu', dtype=torch.float32, requires_grad=False, training=True
        )
        calls += spread(list(made_modules(name, [each.module_error_input for each in inputs], {}, lost)), ERRORS)
    yield from spread(calls, 2 * MODULES)


def made_modules(name: str, inputs: Iterable[Any], more: Json, lost: collections.Counter[str]) -> Iterator[Json]:
    """The inputs as calls, those that can be written down."""
    for each in inputs:
        given, forward = each.constructor_input, each.forward_input
        if forward is None:
            continue
        try:
            init = [spelled(value, 4) for value in given.args]
            options = {key: spelled(value, 4) for key, value in given.kwargs.items() if key not in ('device', 'dtype')}
            call = call_of('module', name, forward.args, forward.kwargs, init=init, options=options, **more)
        except Unrecordable as reason:
            lost[str(reason)] += 1
            continue
        if len(json.dumps(call)) <= MOST_CHARACTERS:
            yield call


def optimizer_calls(info: Any, lost: collections.Counter[str]) -> Iterator[Json]:
    """All samples of one optimizer; the names of its implementations are left out."""
    implementations = ('foreach', 'fused', 'capturable')
    for each in info.optim_inputs_func(device='cpu'):
        if any(each.kwargs.get(name) for name in implementations):
            continue
        try:
            options = {key: spelled(value, 17) for key, value in each.kwargs.items() if key not in implementations}
        except Unrecordable as reason:
            lost[str(reason)] += 1
            continue
        yield {'kind': 'optimizer', 'name': f'optim.{info.optim_cls.__name__}', 'options': options}


def recorded(call: Json) -> Json | None:
    """The call and what PyTorch makes of it; None where that cannot be written down."""
    outcome = replay.make(call)
    if 'error' in outcome and outcome['error'][1].startswith('cannot write down'):
        return None
    return call | outcome


def write(group: str, found: Iterable[tuple[str, Iterable[Json]]], lost: collections.Counter[str]) -> None:
    """Records the calls of a group, with the operation that each is a sample of."""
    lines, seen = [], set()
    for of, calls in found:
        for call in calls:
            key = json.dumps(call)
            result = None if key in seen else recorded(call)
            seen.add(key)
            if result is None:
                lost['result'] += 1
                continue
            text = json.dumps({'of': of} | result, ensure_ascii=False, separators=(',', ':'))
            if len(text) <= 3 * MOST_CHARACTERS:
                lines.append(text)
    target = FOLDER / 'recorded' / f'{group}.jsonl'
    target.parent.mkdir(exist_ok=True)
    target.write_text('\n'.join(lines) + '\n', encoding='utf-8')
    print(f'{group}: {len(lines)} calls, {target.stat().st_size // 1024} KB')


def group_of(name: str) -> str:
    """The file for an operation: by its package."""
    package = name.rpartition('.')[0].replace('.', '-')
    return package or 'torch'


def main() -> None:
    argparse.ArgumentParser(description="Record samples of PyTorch's test databases.").parse_args()
    warnings.simplefilter('ignore')
    torch.set_num_threads(1)
    from torch.testing._internal.common_methods_invocations import op_db
    from torch.testing._internal.common_modules import module_db
    from torch.testing._internal.common_optimizers import optim_db

    lost: collections.Counter[str] = collections.Counter()
    groups: dict[str, list[Any]] = collections.defaultdict(list)
    for op in op_db:
        if not op.name.startswith(INTERNAL) and op.name not in LEFT_OUT:
            groups[group_of(op.name)].append(op)
    for group, ops in sorted(groups.items()):
        write(group, ((op.name, operation_calls(op, lost)) for op in ops), lost)
    modules = [info for info in module_db if not info.module_cls.__module__.startswith('torch.ao')]
    write('modules', ((f'nn.{info.module_cls.__name__}', module_calls(info, lost)) for info in modules), lost)
    write('optimizers', ((f'optim.{info.optim_cls.__name__}', optimizer_calls(info, lost)) for info in optim_db), lost)
    print('left out:', dict(lost.most_common(12)))


if __name__ == '__main__':
    main()
