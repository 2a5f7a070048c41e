"""Products of two square matrices of 8 to 1024 rows; prints `label ms`, an element of the result read."""

import time

import torch

for rows in (8, 16, 32, 64, 128, 256, 512, 1024):
    a, b = torch.rand(rows, rows), torch.rand(rows, rows)
    count = max(1, 4096 // rows**2)
    for repetition in range(REPETITIONS + 1):  # noqa: F821 - set by the bench; the first one warms up
        start = time.perf_counter()
        for _call in range(count):
            result = a @ b
        result[0, 0].item()
        milliseconds = 1000 * (time.perf_counter() - start) / count
        if repetition:
            print(f'{rows}x{rows} {milliseconds}')
