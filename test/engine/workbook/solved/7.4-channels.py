# Solved versions: each cell stands in the place of the one in the workbook's file of the same name.

# %% [7.4.1] Two kernels are one
torch.manual_seed(0)
conv2d = nn.functional.conv2d
first, second = torch.randn(1, 1, 3, 3), torch.randn(1, 1, 2, 2)
X = torch.randn(1, 1, 9, 9)
both = conv2d(conv2d(X, first), second)
K = conv2d(first, second.flip(2, 3), padding=1)
one = conv2d(X, K)
print(f'rows of K: {K.shape[2]}')
print(f'largest difference: {(one - both).abs().max().item() if one.shape == both.shape else 1.0:.5f}')


# %% [7.4.2] What a layer costs
def cost(ci, co, h, w, k, p, s):
    rows, columns = (h + 2 * p - k) // s + 1, (w + 2 * p - k) // s + 1
    return rows * columns * co * ci * k * k


print(f'first: {cost(1, 1, 6, 6, 3, 0, 1):.6g}')
print(f'second: {cost(3, 16, 32, 32, 5, 2, 2):.6g}')
