import torch
from torch.distributions import multinomial

weights = torch.tensor([1.0, 1, 1, 1, 1, 5])
die = multinomial.Multinomial(30, probs=weights)
print(die.sample())
print(die.probs, die.mean)
samples = die.sample((4,))
print(samples, samples.sum(dim=1))
die.total_count
