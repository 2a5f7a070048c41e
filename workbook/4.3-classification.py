# 4.3 The base classification model: exercises of section 4.3 of Dive into Deep
# Learning.
#
# Each cell with a number is an exercise. It says what to do, and runs as it
# stands: "Run D2L exercise" above it.

# %% Imports
import torch

# %% [4.3.1] The last minibatch is smaller
# The validation loss that the book plots is the mean of the minibatches' means.
# The last minibatch may be smaller, and then counts too much.
#
# Your task: compute the mean over all examples, from the mean of the means, the
# mean of the last minibatch, and the sizes.
torch.manual_seed(0)
losses = torch.rand(250) ** 3
batch_size = 64
batches = losses.split(batch_size)
mean_of_means = torch.stack([batch.mean() for batch in batches]).mean()
last, last_size = batches[-1].mean(), len(batches[-1])

whole = mean_of_means

print(f'largest difference: {(whole - losses.mean()).abs().item():.6f}')

# region Hint
# Multiply the mean of means by the number of batches, and you have a sum of means.
# Take the last one out; each of the others stands for 64 examples, the last one
# for 58.
# endregion


# %% [4.3.3] The prediction that costs least
# Not every mistake costs the same. costs[y, z] is what predicting z costs where y
# is right.
#
# Your task: let decide() return the class with the least expected cost for each
# row of probabilities.
costs = torch.tensor([[0.0, 1, 1], [1, 0, 1], [20, 20, 0]])


def decide(p):
    return p.argmax(dim=1)


p = torch.tensor([[0.6, 0.35, 0.05], [0.5, 0.48, 0.02], [0.1, 0.85, 0.05], [0.3, 0.3, 0.4]])
chosen = decide(p)
paid = (p * costs[:, chosen].T).sum(dim=1)
print('decisions:', chosen.tolist())
print(f'expected cost: {paid.sum().item():.4f}')

# region Hint
# p @ costs has the expected cost of each decision: why? Then take the smallest.
# endregion
