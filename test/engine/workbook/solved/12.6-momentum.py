# Solved versions: each cell stands in the place of the one in the workbook's file of the same name.

# %% [12.6.2] Many steepnesses at once
steepness = 0.5 ** torch.arange(5.0)
lr, momentum = 2.0, 0.4
x = torch.ones(5)
velocity = torch.zeros(5)
for step in range(30):
    velocity = momentum * velocity + steepness * x
    x = x - lr * velocity
print(f'farthest coordinate: {x.abs().max().item():.5f}')
print(f'momentum: {momentum:.3f}')

# %% [12.6.3] The bottom of a quadratic
Q = torch.tensor([[4.0, 1.0, 0.0], [1.0, 3.0, 1.0], [0.0, 1.0, 2.0]], dtype=torch.float64)
c, b = torch.tensor([1.0, -2.0, 3.0], dtype=torch.float64), 5.0
place = torch.linalg.solve(Q, -c)
value = (b - c @ torch.linalg.solve(Q, c) / 2).item()
print(f'largest element of the gradient: {(Q @ place + c).abs().max().item():.6f}')
height = (place @ Q @ place / 2 + place @ c + b).item()
print(f'largest difference: {abs(height - value):.6f}')
