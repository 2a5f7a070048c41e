import torch

x = torch.tensor([1.0, 2.0, 1.0, 4.0, 2.5])
print(torch.histogram(x, bins=4, range=(0.0, 4.0)))
print(torch.histogram(x, torch.tensor([0.0, 1.0, 2.5, 4.0]), density=True))
print(x.histogram(2, weight=torch.tensor([1.0, 2.0, 4.0, 2.0, 0.5])).hist)
points = torch.tensor([[0.0, 1.0], [1.0, 0.0], [2.0, 0.0], [2.0, 2.0]])
found = torch.histogramdd(points, bins=[3, 3], weight=torch.tensor([1.0, 2.0, 4.0, 8.0]))
print(found)
print(torch.histogramdd(points, bins=2, range=[0.0, 2.0, 0.0, 4.0], density=True).hist)
print(torch.histc(x, bins=4, min=0, max=3), torch.histc(x, 3))
for wrong in (
    lambda: torch.histogram(torch.tensor([1, 2]), 2),
    lambda: torch.histogram(x, 0),
    lambda: torch.histogram(x, 2, range=(1.0, 0.0)),
    lambda: torch.histogramdd(points, bins=[3]),
    lambda: torch.histogram(torch.tensor([1.0, float('nan')]), 2),
):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
