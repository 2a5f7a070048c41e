# 12.7 Adagrad: exercises of section 12.7 of Dive into Deep
# Learning.
#
# Each cell with a number is an exercise. It says what to do, and runs as it
# stands: "Run D2L exercise" above it.

# %% Imports
import torch


# %% [12.7.2] Along a slanted valley
# The valley of this function does not lie along an axis, and Adagrad's rates belong
# to the axes.
#
# Your task: complete a step of Adagrad with a rate of 0.4 and an epsilon of 1e-10,
# beside the square root. s sums up the squares of the gradients.
def step(x, gradient, s):
    return x - 0.4 * gradient / 4, s


def rotated(x):
    return 0.1 * (x[0] + x[1]) ** 2 + 2 * (x[0] - x[1]) ** 2


s = torch.zeros(2)
x = torch.tensor([-5.0, -2.0])
same = torch.tensor([-5.0, -2.0], requires_grad=True)
optimizer = torch.optim.Adagrad([same], lr=0.4)
worst = 0.0
for t in range(1, 31):
    leaf = x.clone().requires_grad_()
    rotated(leaf).backward()
    x, s = step(x, leaf.grad, s)
    optimizer.zero_grad()
    rotated(same).backward()
    optimizer.step()
    worst = max(worst, (x - same.detach()).abs().max().item())
print(f'largest difference: {worst:.5f}')
print(f'value at the end: {rotated(x).item():.4f}')

# region Hint
# First s grows by gradient**2; then the rate of each coordinate is divided by the
# square root of its s.
# endregion


# %% [12.7.4] Eigenvalues in sight
# Gerschgorin: every eigenvalue is as near to some diagonal element as that row's
# other elements add up to. Of a matrix whose diagonal is all ones that says a lot.
#
# Your task: let precondition() return D M D, where the diagonal matrix D has 1 / sqrt
# of M's own diagonal.
def precondition(M):
    return M / M.diagonal().mean()


M = torch.tensor([[100.0, 2.0, 0.3], [2.0, 1.0, 0.02], [0.3, 0.02, 0.04]], dtype=torch.float64)
P = precondition(M)
reach = (P.abs().sum(dim=1) - P.diagonal().abs()).max().item()
eigenvalues = torch.linalg.eigvalsh(P)
print(f'diagonal is off by: {(P.diagonal() - 1).abs().max().item():.5f}')
print(f'asymmetry: {(P - P.T).abs().max().item():.5f}')
print(f'eigenvalues within: {reach:.4f} of 1')
print(f'condition number: {(eigenvalues[-1] / eigenvalues[0]).item():.4f}')

# region Hint
# d = M.diagonal() ** -0.5 is a vector. Multiplying by a diagonal matrix scales rows
# (d[:, None]) or columns (d).
# endregion
