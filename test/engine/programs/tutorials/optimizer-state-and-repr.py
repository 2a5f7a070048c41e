import torch
from torch import nn

p = nn.Parameter(torch.tensor([1., 2.]))
for cls, kw in [(torch.optim.SGD, dict(lr=0.1, momentum=0.9)), (torch.optim.Adam, dict(lr=0.1)), (torch.optim.RMSprop, dict(lr=0.1)), (torch.optim.Adagrad, dict(lr=0.1))]:
    o = cls([p], **kw)
    (p ** 2).sum().backward()
    o.step()
    o.zero_grad()
    print(o)
    print(o.state_dict())
    print(o.state[p].keys())
s = torch.optim.lr_scheduler.ReduceLROnPlateau(o, 'min', patience=0)
for m in [1., 2., 3.]:
    s.step(m)
    print(o.param_groups[0]['lr'])
print(s.state_dict()['num_bad_epochs'], s.best)
