# Solved versions: each cell stands in the place of the one in the workbook's file of the same name.

# %% [7.1.1] A kernel of one pixel
torch.manual_seed(0)
conv = nn.Conv2d(3, 5, kernel_size=1)
linear = nn.Linear(3, 5)
X = torch.randn(2, 3, 6, 6)
with torch.no_grad():
    linear.weight.copy_(conv.weight.reshape(5, 3))
    linear.bias.copy_(conv.bias)
    by_pixels = linear(X.permute(0, 2, 3, 1)).permute(0, 3, 1, 2)
    print(f'largest difference: {(by_pixels - conv(X)).abs().max().item():.5f}')


# %% [7.1.6] f with g, and g with f
def convolve(f, g):
    out = torch.zeros(len(f) + len(g) - 1)
    for i in range(len(f)):
        for j in range(len(g)):
            out[i + j] += f[i] * g[j]
    return out


f, g = torch.tensor([1.0, 2, 3, 4]), torch.tensor([1.0, -1, 0.5])
print(f'largest difference: {(convolve(f, g) - convolve(g, f)).abs().max().item():.5f}')
print(f'element 2: {convolve(f, g)[2].item():.4f}')
