import torch

import random

print(torch.initial_seed(), random.random(), random.randint(0, 9), random.sample(range(10), 3))
values = list(range(8))
random.shuffle(values)
print(values)
