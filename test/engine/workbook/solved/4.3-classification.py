# Solved versions: each cell stands in the place of the one in the workbook's file of the same name.

# %% [4.3.1] The last minibatch is smaller
torch.manual_seed(0)
losses = torch.rand(250) ** 3
batch_size = 64
batches = losses.split(batch_size)
mean_of_means = torch.stack([batch.mean() for batch in batches]).mean()
last, last_size = batches[-1].mean(), len(batches[-1])
count = len(batches)
whole = (batch_size * (count * mean_of_means - last) + last_size * last) / (
    batch_size * (count - 1) + last_size
)
print(f'largest difference: {(whole - losses.mean()).abs().item():.6f}')

# %% [4.3.3] The prediction that costs least
costs = torch.tensor([[0.0, 1, 1], [1, 0, 1], [20, 20, 0]])


def decide(p):
    return (p @ costs).argmin(dim=1)


p = torch.tensor([[0.6, 0.35, 0.05], [0.5, 0.48, 0.02], [0.1, 0.85, 0.05], [0.3, 0.3, 0.4]])
chosen = decide(p)
paid = (p * costs[:, chosen].T).sum(dim=1)
print(f'expected cost: {paid.sum().item():.4f}')
