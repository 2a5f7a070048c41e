import random

import torch
from torch.distributions.multinomial import Multinomial

tosses = 100
heads = sum([random.random() > 0.5 for _ in range(tosses)])
print('heads, tails:', [heads, tosses - heads])
fair = torch.tensor([0.5, 0.5])
print(Multinomial(100, fair).sample())
print(Multinomial(100, fair).sample() / 100)
counts = Multinomial(10000, fair).sample()
counts / 10000
