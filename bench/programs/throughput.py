"""Single operations on a million numbers, products of matrices; prints `label ms`, an element read."""

import time
from collections.abc import Callable

import torch
from torch import Tensor
from torch.nn import functional

WARM_UP_SECONDS = 0.2
"""Helper threads have come by then."""

a, b = torch.rand(2**20), torch.rand(2**20)
OPERATIONS: dict[str, Callable[[], Tensor]] = {
    'add 2^20': lambda: a + b,
    'mul 2^20': lambda: a * b,
    'relu 2^20': lambda: torch.relu(a),
    'tanh 2^20': lambda: torch.tanh(a),
    'exp 2^20': lambda: torch.exp(a),
    'gelu 2^20': lambda: functional.gelu(a),
}
for rows, dtype in [(256, 32), (512, 32), (1024, 32), (256, 64), (512, 64)]:
    x, y = (torch.rand(rows, rows, dtype=getattr(torch, f'float{dtype}')) for _ in range(2))
    OPERATIONS[f'product {rows} float{dtype}'] = lambda x=x, y=y: x @ y

for name, operation in OPERATIONS.items():
    begun = time.perf_counter()
    while time.perf_counter() - begun < WARM_UP_SECONDS:
        operation()
    for _ in range(REPETITIONS):  # noqa: F821 - set by the bench
        start = time.perf_counter()
        operation().reshape(-1)[-1].item()
        print(f'{name} {1000 * (time.perf_counter() - start)}')
