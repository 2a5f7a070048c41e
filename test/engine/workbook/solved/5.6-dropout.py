# Solved versions: each cell stands in the place of the one in the workbook's file of the same name.

# %% [5.6.3] The variance that dropout adds
worst = 0.0
for p in (0.1, 0.5, 0.8):
    torch.manual_seed(1)
    dropped = nn.functional.dropout(torch.ones(400_000), p)
    variance = p / (1 - p)
    worst = max(worst, abs(variance - dropped.var().item()) / dropped.var().item())
print(f'relative error of the formula: {worst:.4f}')


# %% [5.6.6] Dropping weights
class DropWeights(nn.Linear):
    def __init__(self, inputs, outputs, p=0.5):
        super().__init__(inputs, outputs)
        self.p = p

    def forward(self, X):
        weight = nn.functional.dropout(self.weight, self.p, self.training)
        return nn.functional.linear(X, weight, self.bias)


torch.manual_seed(0)
layer = DropWeights(20, 1)
X = torch.ones(1, 20)
layer.train()
outputs = torch.stack([layer(X) for _ in range(2000)]).detach()
layer.eval()
plain = nn.functional.linear(X, layer.weight, layer.bias)
print(f'different outputs in training: {len(set(outputs.flatten().tolist()))}')
print(f'distance of their mean: {(outputs.mean() - plain).abs().item():.4f}')
print(f'largest difference: {(layer(X) - plain).abs().max().item():.5f}')
