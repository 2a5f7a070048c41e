import torch
from torch import nn

net = nn.Linear(2, 1)
optimizer = torch.optim.Adam(net.parameters(), lr=0.1)
for _ in range(3):
    optimizer.zero_grad()
    net(torch.ones(1, 2)).sum().backward()
    optimizer.step()
torch.save({'epoch': 3, 'model': net.state_dict(), 'optimizer': optimizer.state_dict()}, 'checkpoint.pt')
checkpoint = torch.load('checkpoint.pt', weights_only=True)
other = nn.Linear(2, 1)
other.load_state_dict(checkpoint['model'])
print(checkpoint['epoch'], torch.equal(other.weight, net.weight))
resumed = torch.optim.Adam(other.parameters(), lr=1.0)
resumed.load_state_dict(checkpoint['optimizer'])
for model, each in ((net, optimizer), (other, resumed)):
    each.zero_grad()
    model(torch.ones(1, 2)).sum().backward()
    each.step()
print(torch.equal(other.weight, net.weight), other.weight)
