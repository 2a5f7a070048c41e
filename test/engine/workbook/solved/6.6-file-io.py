# Solved versions: each cell stands in the place of the one in the workbook's file of the same name.

# %% [6.6.2] Layers of another network
torch.manual_seed(0)
old = nn.Sequential(nn.Linear(5, 8), nn.ReLU(), nn.Linear(8, 4), nn.ReLU(), nn.Linear(4, 1))
new = nn.Sequential(nn.Linear(5, 8), nn.ReLU(), nn.Linear(8, 4), nn.ReLU(), nn.Linear(4, 3))
torch.save(old.state_dict(), 'old.params')
saved = torch.load('old.params')
new.load_state_dict({name: value for name, value in saved.items() if name[0] in '02'}, strict=False)
X = torch.randn(10, 5)
print(f'largest difference: {(new[:4](X) - old[:4](X)).abs().max().item():.5f}')
print(f'outputs: {new(X).shape[1]}')

# %% [6.6.2] Layer by layer
torch.manual_seed(0)
old = nn.Sequential(nn.Linear(5, 8), nn.ReLU(), nn.Linear(8, 4), nn.ReLU(), nn.Linear(4, 1))
new = nn.Sequential(nn.Linear(5, 8), nn.ReLU(), nn.Linear(8, 4), nn.ReLU(), nn.Linear(4, 3))
for index in (0, 2):
    torch.save(old[index].state_dict(), f'layer-{index}.params')
    new[index].load_state_dict(torch.load(f'layer-{index}.params'))
X = torch.randn(10, 5)
print(f'largest difference: {(new[:4](X) - old[:4](X)).abs().max().item():.5f}')
print(f'outputs: {new(X).shape[1]}')
