# Solved versions: each cell stands in the place of the one in the workbook's file of the same name.


# %% [7.3.1] The shape that comes out
def length(n, kernel, padding, stride):
    return (n + 2 * padding - kernel) // stride + 1


wrong = 0
for n, kernel, padding, stride in ((8, 3, 1, 1), (8, 5, 2, 2), (8, 3, 0, 3), (11, 4, 1, 4), (7, 1, 3, 2)):
    layer = nn.Conv1d(1, 1, kernel, padding=padding, stride=stride)
    wrong += length(n, kernel, padding, stride) != layer(torch.zeros(1, 1, n)).shape[-1]
print(f'wrong lengths: {wrong}')


# %% [7.3.3] Padding by a mirror
def mirror(X):
    X = torch.cat((X[:, 1:3].flip(1), X, X[:, -3:-1].flip(1)), dim=1)
    return torch.cat((X[1:3].flip(0), X, X[-3:-1].flip(0)), dim=0)


torch.manual_seed(0)
X = torch.randn(5, 6)
wanted = nn.functional.pad(X[None, None], (2, 2, 2, 2), mode='reflect')[0, 0]
print(f'largest difference: {(mirror(X) - wanted).abs().max().item():.5f}')
