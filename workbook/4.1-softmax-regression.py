# 4.1 Softmax regression: exercises of section 4.1 of Dive into Deep
# Learning.
#
# Each cell with a number is an exercise. It says what to do, and runs as it
# stands: "Run D2L exercise" above it.

# %% Imports
import torch


# %% [4.1.1] Softmax and its variance
# The cross-entropy of softmax(o) has a second derivative in o that is itself a
# probability's: a variance.
#
# Your task: let curvature() return the matrix of second derivatives of the loss
# with respect to the scores o, from the probabilities p = softmax(o) alone.
def curvature(p):
    return torch.diag(p)


o = torch.tensor([1.0, -0.5, 2.0, 0.0], dtype=torch.float64)
target = torch.tensor(2)
hessian = torch.autograd.functional.hessian(lambda s: torch.nn.functional.cross_entropy(s, target), o)
difference = (curvature(torch.softmax(o, dim=0)) - hessian).abs().max()
print(f'largest difference: {difference.item():.6f}')

# region Hint
# The first derivative is p minus the one-hot label. Differentiate p[i] by o[j]: it
# is p[i] * (1 - p[i]) for i = j, and something negative for other j. torch.outer
# makes a matrix of products.
# endregion

# %% [4.1.2] A code for three equal classes
# With two bits for each observation of three equally likely classes, one of four
# codes is never used. Several observations together can be coded with less waste:
# n of them have 3**n values.
#
# Your task: find an n with which 1.6 bits for each observation are enough.
n = 1

bits = 0
while 2**bits < 3**n:
    bits += 1
print(f'{n} observations take {bits} bits together')
print(f'bits for each: {bits / n:.4f}')

# region Hint
# No code needs less than log2(3) = 1.585 bits. Try n = 2, 3, 4, 5.
# endregion


# %% [4.1.5] What softmax really softens
# log(exp(a) + exp(b)) is the maximum made smooth: always above it, and the nearer
# the farther a and b are apart.
#
# Your task: let soft_maximum() return the same with a factor: of the numbers times
# `factor`, divided by it again. Then choose a factor with which it is less than
# 0.01 above the maximum.
def soft_maximum(a, b, factor):
    return torch.log(torch.exp(a) + torch.exp(b))


factor = 1.0

a, b = torch.tensor([1.0, 2.0, -1.0, 0.5]), torch.tensor([1.0, 0.0, 3.0, 0.6])
above = soft_maximum(a, b, factor) - torch.maximum(a, b)
print(f'at most {above.max().item():.5f} above the maximum')
print(f'at least {above.min().item():.5f} above it')
print(f'of 1 and 1 with factor 2: {soft_maximum(torch.tensor(1.0), torch.tensor(1.0), 2.0).item():.4f}')

# region Hint
# Where a = b it is log(2) / factor above. exp() of a large number is infinite:
# torch.logsumexp or torch.logaddexp avoid that.
# endregion

# %% [4.1.7] Sharper and flatter
# Powers of probabilities, divided by their sum, are probabilities again. Softmax
# of o / T does the same: T is called the temperature.
#
# Your task: choose the power that does to p what doubling the temperature does.
o = torch.tensor([2.0, 1.0, 0.0, -1.0])
p = torch.softmax(o, dim=0)

power = 2.0

q = p**power / (p**power).sum()
print(f'largest difference: {(q - torch.softmax(o / 2, dim=0)).abs().max().item():.5f}')

# region Hint
# p is exp(o) up to a factor. What is exp(o)**power?
# endregion
