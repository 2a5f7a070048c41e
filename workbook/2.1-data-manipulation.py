# 2.1 Data manipulation: exercises of section 2.1 of Dive into Deep
# Learning.
#
# Each cell with a number is an exercise. It says what to do, and runs as it
# stands: "Run D2L exercise" above it.

# %% Imports
import torch

# %% [2.1.1] Where one tensor is below another
# X == Y tells element by element where two tensors agree. Other comparisons work
# alike, and True counts as 1 in a sum.
#
# Your task: let `below` be a tensor of booleans that is True where an element of
# X is smaller than that of Y.
X = torch.arange(12, dtype=torch.float32).reshape(3, 4)
Y = torch.tensor([[2.0, 1, 4, 3], [5, 2, 3, 4], [4, 3, 12, 1]])

below = X == Y

print(f'elements of X below those of Y: {below.sum().item()}')
print(f'they are in the rows: {below.any(dim=1).tolist()}')

# region Hint
# The operator is Python's own: X < Y. What does X > Y give?
# endregion

# %% [2.1.2] Broadcasting with three axes
# Axes of size 1 are stretched to the size of the other tensor's.
#
# Your task: give `a` and `b` shapes with three axes each, so that neither has
# more than 6 elements and a + b has the shape (2, 3, 4).
a = torch.arange(6.0).reshape(2, 3)
b = torch.arange(4.0)

try:
    total = a + b
    print('shape of the sum:', tuple(total.shape))
    print(f'elements: {total.numel()}')
except RuntimeError as error:
    print('no sum:', error)
    print('elements: 0')
print(f'axes of a and b: {a.dim() + b.dim()}')

# region Hint
# 6 elements and 4 elements: which axes does each of them bring, and where must it
# have a 1? reshape() puts a 1 wherever you write one.
# endregion
