# Solved versions: each cell stands in the place of the one in the workbook's file of the same name.

# %% [4.6.1] How many examples does a test need?
n = torch.log(torch.tensor(2 / 0.001, dtype=torch.float64)).item() / (2 * 0.0001**2)
print(f'examples: {n:.6g}')

# %% [4.6.4] What rectangles can tell apart
points = torch.tensor([[0.0, 1.0], [1.0, 0.0], [0.0, -1.0], [-1.0, 0.0]])
possible = 0
for labeling in range(2 ** len(points)):
    positive = torch.tensor([bool(labeling >> k & 1) for k in range(len(points))])
    inside = torch.zeros(len(points), dtype=torch.bool)
    if positive.any():
        low, high = points[positive].min(dim=0).values, points[positive].max(dim=0).values
        inside = ((points >= low) & (points <= high)).all(dim=1)
    possible += int(torch.equal(inside, positive))
print(f'points: {len(points)}')
print(f'labelings: {possible}')
