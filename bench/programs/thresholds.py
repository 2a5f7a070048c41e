"""Operations by size, their operands new and their results read; prints `work size ms`."""

import time
from collections.abc import Callable
from typing import Any

import torch


def measure(work: str, size: int, operation: Callable[..., Any], operands: list[Any]) -> None:
    """Prints the best of several times, transfers in both directions included."""
    best = float('inf')
    for _ in range(REPETITIONS):  # noqa: F821 - set by the bench
        fresh = [operand + 0 for operand in operands]
        start = time.perf_counter()
        operation(*fresh).reshape(-1)[-1].item()
        best = min(best, time.perf_counter() - start)
    print(f'{work} {size} {1000 * best}')


for power in range(5, 19):
    a, b = torch.rand(2**power), torch.rand(2**power)
    measure('elementwise', 2**power, lambda a, b: torch.exp(a) * b, [a, b])
    measure('reduction', 2**power, lambda a: a.max(), [a])
    measure('fused', 2**power, lambda a: torch.softmax(a.reshape(-1, 16), 1), [a])

for rows in (8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512):
    a, b = torch.rand(rows, rows), torch.rand(rows, rows)
    measure('product', rows**3, lambda a, b: a @ b, [a, b])
