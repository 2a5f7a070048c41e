"""Record what PyTorch makes of generated calls: changed samples of its test databases.

Each call begins as one of `test/engine/opinfo/recorded` and is changed in one to three ways: other dtypes, a size that is
another everywhere (0, 1, one more), NaN, infinities, zeros and large numbers among the elements, other layouts, integers
that are negative or out of range, an argument that is left out. So every operation, layer and form of a call has its
turn, valid and not.

    python scripts/record-generated.py --count 20000 --seed 1 --out build/generated.jsonl
    npm run parity -- opinfo --calls build/generated.jsonl

needs a Python with `torch` 2.9. A call that ends PyTorch's process, or takes it too long, is left out.
"""

from __future__ import annotations

import argparse
import collections
import concurrent.futures
import copy
import importlib
import json
import math
import random
import sys
import warnings
from collections.abc import Callable, Iterator
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent.parent / 'test' / 'engine' / 'opinfo'
Json = Any

OUTCOME = ('result', 'gradients', 'error', 'gradientError')
ARGUMENTS = ('args', 'kwargs', 'init', 'options')
FLOATS = ('float32', 'float64')
DTYPES = ('float32', 'float64', 'int64', 'int32', 'int16', 'int8', 'uint8', 'bool')
SPECIAL = ('nan', 'inf', '-inf', 0.0, -0.0, 1.0, -1.0, 1e-30, 3e38)
LAYOUTS = ('transposed', 'sliced')
MOST_ELEMENTS = 300
LONGEST = 6000
"""Characters of a call and what came of it."""
SECONDS = 10
MEMORY = 8 << 30
"""Bytes of addresses: a call that wants more fails in PyTorch as it does in the engine."""
RANDOM = ('rand', 'dropout', 'bernoulli', 'multinomial', 'normal', 'poisson', 'exponential', 'geometric', 'cauchy', 'uniform')
"""Words in the names of operations that draw: other sizes draw by PyTorch's vectorised streams."""


def nodes(value: Json) -> Iterator[Json]:
    """The value and all in it."""
    yield value
    if isinstance(value, dict):
        for each in value.values():
            yield from nodes(each)
    elif isinstance(value, list):
        for each in value:
            yield from nodes(each)


def tensors(call: Json) -> list[Json]:
    """Its tensors, in their order."""
    parts = [call[name] for name in ARGUMENTS if name in call]
    return [node for node in nodes(parts) if isinstance(node, dict) and 'tensor' in node]


def retyped(tensor: Json, dtype: str) -> None:
    """Gives a tensor another dtype, its elements taken over as far as they have a meaning there."""
    if dtype not in FLOATS:
        tensor.pop('requiresGrad', None)
        whole = [int(each) if abs(float(each)) < 1e4 else 1 for each in tensor['values']]
        low = 0 if dtype in ('uint8', 'bool') else -100
        tensor['values'] = [min(max(each, low), 1 if dtype == 'bool' else 100) for each in whole]
    elif tensor['tensor'] not in FLOATS:
        tensor['values'] = [float(each) for each in tensor['values']]
    tensor['tensor'] = dtype


def resized(tensor: Json, shape: list[int], draw: random.Random) -> None:
    """Gives a tensor another shape, unless it were large; elements beyond its own are drawn from its own."""
    count = math.prod(shape)
    if count > MOST_ELEMENTS:
        return
    own = tensor['values'] or [1]
    tensor['values'] = [*tensor['values'][:count], *(draw.choice(own) for _ in range(count - len(tensor['values'])))]
    tensor['shape'] = shape


def change_dtypes(call: Json, draw: random.Random) -> None:
    """One tensor, or all of them, in another dtype."""
    found = tensors(call)
    dtype = draw.choice(DTYPES)
    for tensor in found if draw.random() < 0.5 else [draw.choice(found)]:
        retyped(tensor, dtype)


def change_size(call: Json, draw: random.Random) -> None:
    """One size is another, in every tensor that has it, or in one of them."""
    found = tensors(call)
    sizes = sorted({size for tensor in found for size in tensor['shape']})
    if not sizes:
        return
    old = draw.choice(sizes)
    new = draw.choice([0, 1, 2, old + 1])
    chosen = found if draw.random() < 0.7 else [draw.choice(found)]
    for tensor in chosen:
        resized(tensor, [new if size == old else size for size in tensor['shape']], draw)


def change_rank(call: Json, draw: random.Random) -> None:
    """One tensor has a dimension more or fewer."""
    tensor = draw.choice(tensors(call))
    shape = list(tensor['shape'])
    if shape and draw.random() < 0.5:
        shape.pop(draw.randrange(len(shape)))
    else:
        shape.insert(draw.randint(0, len(shape)), draw.choice([1, 1, 2]))
    resized(tensor, shape, draw)


def change_elements(call: Json, draw: random.Random) -> None:
    """Some elements become special ones, all the same one, or large and negative integers."""
    tensor = draw.choice(tensors(call))
    values = tensor['values']
    if tensor['tensor'] == 'bool' or not values:
        return
    pool = SPECIAL if tensor['tensor'] in FLOATS else (0, 1, 2, 100) if tensor['tensor'] == 'uint8' else (0, -1, 1, 100)
    for place in draw.sample(range(len(values)), draw.randint(1, min(3, len(values)))):
        values[place] = draw.choice(pool)
    if draw.random() < 0.2:
        tensor['values'] = [values[0]] * len(values)


def change_layout(call: Json, draw: random.Random) -> None:
    """One tensor is a view."""
    draw.choice(tensors(call))['layout'] = draw.choice(LAYOUTS)


def change_number(call: Json, draw: random.Random) -> None:
    """One integer or real among the arguments is another."""
    places = [
        (node, key)
        for name in ARGUMENTS
        for node in nodes(call.get(name, []))
        if not (isinstance(node, dict) and 'tensor' in node)
        for key, value in (node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ())
        if isinstance(value, (int, float)) and not isinstance(value, bool)
    ]
    places = [(node, key) for node, key in places if not is_of_tensor(call, node)]
    if not places:
        return
    node, key = draw.choice(places)
    value = node[key]
    near = [value + 1, value - 1, -value, 0, 1, -1, 2]
    node[key] = draw.choice(near if isinstance(value, int) else [*near, 0.5 * value, 1e-3, 100.0])


def is_of_tensor(call: Json, node: Json) -> bool:
    """Whether a list is a tensor's shape or elements."""
    return any(node is tensor['shape'] or node is tensor['values'] for tensor in tensors(call))


def leave_out(call: Json, draw: random.Random) -> None:
    """One argument less."""
    args, kwargs = call.get('args', []), call.get('kwargs', {})
    if kwargs and draw.random() < 0.6:
        kwargs.pop(draw.choice(sorted(kwargs)))
    elif len(args) > 1:
        args.pop()


CHANGES: list[tuple[Callable[[Json, random.Random], None], int]] = [
    (change_dtypes, 4),
    (change_size, 5),
    (change_rank, 2),
    (change_elements, 5),
    (change_layout, 4),
    (change_number, 4),
    (leave_out, 1),
]


def generated(sample: Json, draw: random.Random) -> Json | None:
    """The sample, changed; None where a change does not fit it."""
    call = copy.deepcopy({key: value for key, value in sample.items() if key not in OUTCOME})
    if not tensors(call):
        return None
    ways, weights = zip(*CHANGES, strict=True)
    for change in draw.choices(ways, weights, k=draw.choice([1, 1, 2, 3])):
        change(call, draw)
        if not tensors(call):
            return None
    return call


def outcome(call: Json) -> Json:
    """What PyTorch makes of a call, in a process of its own."""
    warnings.simplefilter('ignore')
    sys.path.insert(0, str(FOLDER))
    import resource

    import torch

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    torch.set_num_threads(1)
    return importlib.import_module('replay').make(call)


def samples() -> dict[str, list[Json]]:
    """The recorded calls by operation."""
    found: dict[str, list[Json]] = collections.defaultdict(list)
    for file in sorted((FOLDER / 'recorded').glob('*.jsonl')):
        for line in file.read_text(encoding='utf-8').splitlines():
            call = json.loads(line)
            found[call['of']].append(call)
    return found


def recorded(calls: Iterator[Json], count: int) -> Iterator[str]:
    """So many lines of a recording."""
    executor = concurrent.futures.ProcessPoolExecutor(1)
    seen: set[str] = set()
    lost = 0
    while len(seen) < count:
        call = next(calls)
        key = json.dumps(call)
        if key in seen:
            continue
        try:
            result = executor.submit(outcome, call).result(SECONDS)
        except (BrokenProcessPool, concurrent.futures.TimeoutError):
            for process in list(getattr(executor, '_processes', {}).values()):
                process.kill()
            executor = concurrent.futures.ProcessPoolExecutor(1)
            lost += 1
            continue
        text = json.dumps(call | result, ensure_ascii=False, separators=(',', ':'))
        if len(text) > LONGEST or 'cannot write down' in text:
            continue
        seen.add(key)
        yield text
    executor.shutdown()
    print(f'{lost} calls ended the process, or took too long')


def calls_of(found: dict[str, list[Json]], draw: random.Random) -> Iterator[Json]:
    """Changed samples without end, every operation in its turn."""
    names = [name for name in found if not any(word in name for word in RANDOM)]
    while True:
        for name in names:
            call = generated(draw.choice(found[name]), draw)
            if call is not None:
                yield call


def main() -> None:
    options = argparse.ArgumentParser(description="Record changed samples of PyTorch's test databases.")
    options.add_argument('--count', type=int, default=20_000)
    options.add_argument('--seed', type=int, default=1)
    options.add_argument('--out', type=Path, default=Path('build/generated.jsonl'))
    chosen = options.parse_args()
    chosen.out.parent.mkdir(exist_ok=True)
    with chosen.out.open('w', encoding='utf-8') as target:
        for line in recorded(calls_of(samples(), random.Random(chosen.seed)), chosen.count):
            target.write(f'{line}\n')
    print(f'{chosen.count} calls in {chosen.out}')


if __name__ == '__main__':
    main()
