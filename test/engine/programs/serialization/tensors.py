import io

import torch

buffer = io.BytesIO()
torch.save({'x': torch.arange(3), 'y': [torch.ones(2, 2), 'text'], 'z': 1.5}, buffer)
buffer.seek(0)
print(torch.load(buffer))
w = torch.nn.Parameter(torch.tensor([1.0, 2.0]))
torch.save(w, 'w.pt')
print(torch.load('w.pt'))
base = torch.arange(6.0)
torch.save([base, base[2:4]], 'views.pt')
a, b = torch.load('views.pt')
a[2] = 99
print(b)
torch.load('nothing.pt')
