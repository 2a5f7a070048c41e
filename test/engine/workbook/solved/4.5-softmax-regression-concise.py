# Solved versions: each cell stands in the place of the one in the workbook's file of the same name.

# %% [4.5.1] Where exp() ends
largest_32 = 88
largest_64 = 709
print(f'in float32: {torch.exp(torch.tensor(float(largest_32))).item():.3g}')
beyond = torch.exp(torch.tensor(float(largest_32 + 1)))
print(f'in float32 at one more finite: {int(torch.isfinite(beyond))}')
print(f'in float64: {torch.exp(torch.tensor(float(largest_64), dtype=torch.float64)).item():.3g}')
beyond = torch.exp(torch.tensor(float(largest_64 + 1), dtype=torch.float64))
print(f'in float64 at one more finite: {int(torch.isfinite(beyond))}')
