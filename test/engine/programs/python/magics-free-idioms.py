import torch

import math
import time
from collections import namedtuple
from dataclasses import dataclass


@dataclass
class Point:
    x: float
    y: float = 2.0


start = time.time()
Pair = namedtuple('Pair', ['a', 'b'])
print(Point(1.0), Pair(1, torch.tensor(2.0)), math.sqrt(2) * torch.ones(1), time.time() >= start)
print([f'{i:02d}' for i in range(3)], {k: v for k, v in zip('ab', (1, 2))}, sorted([3, 1, 2], key=lambda x: -x))
print(f'{math.pi=:.3f}', *[1, 2], sep='|', end='.\n')
