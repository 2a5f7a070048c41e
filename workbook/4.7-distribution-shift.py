# 4.7 Environment and distribution shift: exercises of section 4.7 of Dive into Deep
# Learning.
#
# Each cell with a number is an exercise. It says what to do, and runs as it
# stands: "Run D2L exercise" above it.

# %% Imports
import torch
from torch import nn

# %% Two samples whose inputs differ
torch.manual_seed(3)
source = torch.randn(600, 1)
target = torch.randn(600, 1) * 0.6 + 1.2


def truth(x):
    """What is to be learned; it is no straight line."""
    return torch.sin(1.5 * x)


def classifier(epochs=200):
    """Logistic regression that tells the target's inputs (1) from the source's (0), with x and its square."""
    X = torch.cat((source, target))
    X = torch.cat((X, X**2), dim=1)
    y = torch.cat((torch.zeros(600, 1), torch.ones(600, 1)))
    net = nn.Linear(2, 1)
    optimizer = torch.optim.SGD(net.parameters(), lr=0.3)
    for _ in range(epochs):
        optimizer.zero_grad()
        nn.functional.binary_cross_entropy_with_logits(net(X), y).backward()
        optimizer.step()
    return lambda x: net(torch.cat((x, x**2), dim=1)).detach()


# %% [4.7.2] Noticing a shift
# If a classifier can tell the inputs that a model was trained with from those that
# it is used for, they differ. If it cannot, it is right about half of the time.
#
# Your task: let `right` be the part of all 1200 inputs that the classifier tells
# apart rightly. A score above 0 stands for the target.
scores = classifier()

right = 0.5

print(f'told apart: {right:.4f}')

# region Hint
# scores(source) and scores(target) are the scores. Count those below 0 among the
# first and those above 0 among the second.
# endregion

# %% [4.7.3] Correcting for it
# A line is fitted to the source, and used for the target. Weighing each example by
# how much likelier its input is in the target than in the source makes the fit
# care for the right ones: the weight is exp(score).
#
# Your task: set `weights` for the examples of the source.
scores = classifier()

weights = torch.ones(600, 1)

A = torch.cat((source, torch.ones(600, 1)), dim=1)
solution = torch.linalg.solve(A.T @ (weights * A), A.T @ (weights * truth(source)))
predicted = torch.cat((target, torch.ones(600, 1)), dim=1) @ solution
print(f'error on the target: {((predicted - truth(target)) ** 2).mean().item():.4f}')

# region Hint
# p(1|x) / p(0|x) is exp(score) for logistic regression.
# endregion
