# Solved versions: each cell stands in the place of the one in the workbook's file of the same name.

# %% [2.6.3] How fast an estimate gets better
tosses = 10_000
heads = torch.distributions.Binomial(tosses, 0.5).sample((20_000,)) / tosses
print(f'tosses: {tosses}')
print(f'standard deviation: {heads.std().item():.5f}')

# %% [2.6.5] Bounds on two events
a, b = 0.7, 0.6
both = (max(0.0, a + b - 1), min(a, b))
either = (max(a, b), min(1.0, a + b))
print(f'both, at least: {both[0]:.3f}')
print(f'both, at most: {both[1]:.3f}')
print(f'either, at least: {either[0]:.3f}')
print(f'either, at most: {either[1]:.3f}')

# %% [2.6.7] Two tests that are not independent
prior = 0.0015
found, wrong = 0.99, 0.1
wrong_twice = 0.02
after_one = found * prior / (found * prior + wrong * (1 - prior))
after_two = found**2 * prior / (found**2 * prior + wrong_twice * (1 - prior))
print(f'after one positive test: {after_one:.5f}')
print(f'after two positive tests: {after_two:.5f}')
