# 2.6 Probability and statistics: exercises of section 2.6 of Dive into Deep
# Learning.
#
# Each cell with a number is an exercise. It says what to do, and runs as it
# stands: "Run D2L exercise" above it.

# %% Imports
import torch

# %% [2.6.3] How fast an estimate gets better
# A fair coin is tossed n times, and the part of heads estimates 1/2. How far off
# is it, typically?
#
# Your task: give the number of tosses for which the standard deviation of the
# estimate is 0.005, a tenth of what it is for 100 tosses.
tosses = 1000

heads = torch.distributions.Binomial(tosses, 0.5).sample((20_000,)) / tosses
print(f'tosses: {tosses}')
print(f'standard deviation: {heads.std().item():.5f}')

# region Hint
# The variance of the estimate is p * (1 - p) / n. A tenth of the deviation is a
# hundredth of the variance.
# endregion

# %% [2.6.5] Bounds on two events
# Of two events only the probabilities are known: 0.7 and 0.6. They may depend on
# each other in any way.
#
# Your task: give the smallest and the largest probability that both can happen
# with, and that at least one happens with.
a, b = 0.7, 0.6

both = (0.0, 1.0)
either = (0.0, 1.0)

print(f'both, at least: {both[0]:.3f}')
print(f'both, at most: {both[1]:.3f}')
print(f'either, at least: {either[0]:.3f}')
print(f'either, at most: {either[1]:.3f}')

# region Hint
# Draw two stretches of the lengths 0.7 and 0.6 within a stretch of length 1, and
# push them about: as much on top of each other as you can, then as little.
# endregion

# %% [2.6.7] Two tests that are not independent
# Of 10,000 people 15 have a disease. A test finds 99 % of them, and wrongly
# finds 10 % of the healthy. Taken twice, a healthy person is found twice with
# probability 0.02, and not 0.01: the tests share a weakness. For the sick, the two
# results are independent.
#
# Your task: compute the probability of the disease after one positive test, and
# after two.
prior = 0.0015
found, wrong = 0.99, 0.1
wrong_twice = 0.02

after_one = found
after_two = found**2

print(f'after one positive test: {after_one:.5f}')
print(f'after two positive tests: {after_two:.5f}')

# region Hint
# Bayes: of all who are found, which part is sick? Both parts of the found weigh as
# much as there are people of their kind: prior and 1 - prior.
# endregion
