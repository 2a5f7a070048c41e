# Solved versions: each cell stands in the place of the one in the workbook's file of the same name.

# %% [7.5.1] Average pooling by a convolution
torch.manual_seed(0)
conv = nn.Conv2d(1, 1, kernel_size=2, stride=2, bias=False)
X = torch.randn(1, 1, 8, 8)
with torch.no_grad():
    conv.weight.fill_(0.25)
    print(f'largest difference: {(conv(X) - nn.AvgPool2d(2)(X)).abs().max().item():.5f}')


# %% [7.5.3] A maximum by ReLUs
def larger(a, b):
    return torch.relu(a - b) + b


def maximum(X):
    return larger(larger(X[::2, ::2], X[::2, 1::2]), larger(X[1::2, ::2], X[1::2, 1::2]))


torch.manual_seed(0)
X = torch.randn(6, 8)
wanted = nn.MaxPool2d(2)(X[None, None])[0, 0]
print(f'largest difference: {(maximum(X) - wanted).abs().max().item():.5f}')

# %% [7.5.6] Pooling by the minimum
torch.manual_seed(0)
X = torch.randn(1, 1, 6, 6)
pool = nn.MaxPool2d(2)
smallest = -pool(-X)
windows = X.reshape(3, 2, 3, 2).permute(0, 2, 1, 3).reshape(3, 3, 4)
print(f'largest difference: {(smallest[0, 0] - windows.min(dim=2).values).abs().max().item():.5f}')
