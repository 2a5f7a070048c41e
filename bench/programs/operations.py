"""Single operations on vectors of 2^4 to 2^24 elements; prints `label ms`, an element of the result read."""

import time

import torch

OPERATIONS = {
    'add': lambda a, b: a + b,
    'exp': lambda a, b: torch.exp(a),
    'sum': lambda a, b: a.sum().reshape(1),
}

for power in range(4, 25, 4):
    a, b = torch.rand(2**power), torch.rand(2**power)
    for name, operation in OPERATIONS.items():
        for repetition in range(REPETITIONS + 1):  # noqa: F821 - set by the bench; the first one warms up
            count = max(1, 2 ** (12 - power))
            start = time.perf_counter()
            for _call in range(count):
                result = operation(a, b)
            result[-1].item()
            milliseconds = 1000 * (time.perf_counter() - start) / count
            if repetition:
                print(f'{name} 2^{power} {milliseconds}')
