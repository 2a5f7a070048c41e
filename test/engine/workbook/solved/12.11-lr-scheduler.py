# Solved versions: each cell stands in the place of the one in the workbook's file of the same name.

# %% [12.11.2] A polynomial schedule
power = 0.9
torch.manual_seed(0)
x = torch.full((200,), 5.0)
for step in range(2000):
    lr = 0.5 / (1 + step) ** power
    x = x - lr * (x + 2 * torch.randn(200))
print(f'power: {power:.3f}')
print(f'typical distance: {x.abs().mean().item():.5f}')


# %% [12.11.3] A cosine, after a warmup
import math


def rate(step):
    if step < 5:
        return 0.3 * step / 5
    part = min(1.0, (step - 5) / 15)
    return 0.01 + 0.29 * (1 + math.cos(math.pi * part)) / 2


wanted = {0: 0.0, 1: 0.06, 4: 0.24, 5: 0.3, 10: 0.2275, 20: 0.01, 25: 0.01}
off = max(abs(rate(step) - lr) for step, lr in wanted.items())
print(f'largest difference: {off:.5f}')
