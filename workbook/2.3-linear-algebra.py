# 2.3 Linear algebra: exercises of section 2.3 of Dive into Deep
# Learning.
#
# Each cell with a number is an exercise. It says what to do, and runs as it
# stands: "Run D2L exercise" above it.

# %% Imports
import torch

# %% [2.3.3] A matrix and its transpose
# For a square A the sum A + A.T is always symmetric. Is every symmetric matrix such
# a sum?
#
# Your task: find an A, other than half of S itself, for which A + A.T gives the
# symmetric S.
S = torch.tensor([[2.0, 5, -1], [5, 4, 3], [-1, 3, 8]])

A = S / 2

print(f'largest difference: {(A + A.T - S).abs().max().item():.5f}')
print(f'A is itself symmetric: {int(torch.equal(A, A.T))}')

# region Hint
# Only the sum of A[0, 1] and A[1, 0] is given: you may share it between the two
# as you like. torch.triu keeps what is on and above the diagonal.
# endregion


# %% [2.3.5] What len() counts
# For a tensor of shape (2, 3, 4), len() is a single number. Which axis does it
# always belong to?
#
# Your task: let length() give what len() gives for any tensor with an axis,
# without using len().
def length(tensor):
    return tensor.shape[-1]


shapes = [(2, 3, 4), (5,), (7, 1), (1, 9, 9, 9), (0, 3)]
wrong = sum(length(torch.zeros(shape)) != len(torch.zeros(shape)) for shape in shapes)
print(f'wrong answers: {wrong}')

# region Hint
# Print the shape beside len() for a few tensors.
# endregion

# %% [2.3.6] Dividing by the sums of rows
# A / A.sum(axis=1) fails for a matrix that is not square, and for a square one it
# divides by the wrong sums.
#
# Your task: make each row of `shares` sum to 1.
A = torch.arange(1.0, 7).reshape(2, 3)

shares = A / A.sum()

print('sums of the rows:', shares.sum(dim=1).tolist())
print(f'largest difference: {(shares.sum(dim=1) - 1).abs().max().item():.5f}')

# region Hint
# Which shape do the sums need so that broadcasting puts each beside its own row?
# keepdim=True keeps the axis.
# endregion

# %% [2.3.8] Shapes of sums
# Summing along an axis takes it away.
#
# Your task: choose the axes of X, of shape (2, 3, 4), so that the sums have the
# shapes (2, 4), (3,) and () in this order.
X = torch.arange(24.0).reshape(2, 3, 4)

axes = [0, (0, 1), (1, 2)]

wanted = [(2, 4), (3,), ()]
found = [tuple(X.sum(dim=axis).shape) for axis in axes]
print('shapes:', found)
print(f'right shapes: {sum(shape == want for shape, want in zip(found, wanted))}')

# region Hint
# What is missing from (2, 3, 4) is what was summed over. A tuple sums over several
# axes at once.
# endregion

# %% [2.3.9] A norm of three axes
# torch.linalg.norm takes tensors of any number of axes. What does it compute of
# them?
#
# Your task: compute the same from the elements of X by sums and a root alone.
X = torch.arange(24.0).reshape(2, 3, 4) - 5

norm = X.abs().sum()

print(f'largest difference: {(norm - torch.linalg.norm(X)).abs().item():.4f}')

# region Hint
# Try it for a vector first; the axes play no role.
# endregion


# %% [2.3.10] The order of a product
# (A @ B) @ C and A @ (B @ C) are the same matrix. The number of products of two
# numbers that they take is not.
#
# Your task: let work() count the multiplications of both orders, from the shapes
# (n, m), (m, k), (k, p) of the three matrices. The first one is (A @ B) @ C.
def work(n, m, k, p):
    return n * m, k * p


left, right = work(2**10, 2**16, 2**5, 2**14)
print(f'(A @ B) @ C takes {left:.6g} multiplications')
print(f'A @ (B @ C) takes {right:.6g} multiplications')

# region Hint
# A product of shapes (n, m) and (m, k) has n * k elements, and each is a sum of m
# products. What shape does the inner result have?
# endregion

# %% [2.3.12] Three matrices in one tensor
# Matrices of the same shape can be stacked along a new axis, and taken out again.
#
# Your task: stack A, B and C so that the new axis is the last one, and then get B
# back from the tensor.
A, B, C = torch.randn(3, 100, 200)

stacked = torch.stack([A, B, C])
again = stacked[1]

print('shape:', tuple(stacked.shape))
print(f'length of the last axis: {stacked.shape[-1]}')
print(f'largest difference: {(again - B).abs().max().item() if again.shape == B.shape else 1.0:.5f}')

# region Hint
# torch.stack has an argument dim. A colon takes all of an axis: stacked[:, :, …].
# endregion
