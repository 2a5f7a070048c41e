# 4.6 Generalization in classification: exercises of section 4.6 of Dive into Deep
# Learning.
#
# Each cell with a number is an exercise. It says what to do, and runs as it
# stands: "Run D2L exercise" above it.

# %% Imports
import torch

# %% [4.6.1] How many examples does a test need?
# The error of a fixed classifier is to be known to 0.0001, with a probability of
# 99.9 %. Hoeffding's inequality bounds the probability of being further off than t
# by 2 * exp(-2 * n * t**2).
#
# Your task: compute the n that it asks for.
n = 1e6

print(f'examples: {n:.6g}')

# region Hint
# Set 2 * exp(-2 * n * t**2) to 0.001 and solve for n: a logarithm.
# endregion

# %% [4.6.4] What rectangles can tell apart
# A rectangle with sides along the axes calls points inside it positive. Four points
# are shattered if some rectangle fits each of their 16 labelings.
#
# Your task: place four points so that all 16 can be had. Could it be done with five?
points = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])

possible = 0
for labeling in range(2 ** len(points)):
    positive = torch.tensor([bool(labeling >> k & 1) for k in range(len(points))])
    inside = torch.zeros(len(points), dtype=torch.bool)
    if positive.any():  # the smallest rectangle around them is the best try
        low, high = points[positive].min(dim=0).values, points[positive].max(dim=0).values
        inside = ((points >= low) & (points <= high)).all(dim=1)
    possible += int(torch.equal(inside, positive))
print(f'points: {len(points)}')
print(f'labelings: {possible}')

# region Hint
# At the corners of a square, two opposite ones cannot be had without the others.
# Turn the square by 45 degrees.
# endregion
