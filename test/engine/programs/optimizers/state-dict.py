import torch

w = torch.tensor([1.0, 2.0], requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.1, momentum=0.9)
for _ in range(2):
    optimizer.zero_grad()
    (w**2).sum().backward()
    optimizer.step()
state = optimizer.state_dict()
print(state['state'], state['param_groups'][0]['lr'], state['param_groups'][0]['params'])
v = w.detach().clone().requires_grad_()
again = torch.optim.SGD([v], lr=1.0)
again.load_state_dict(state)
for parameter, each in ((w, optimizer), (v, again)):
    each.zero_grad()
    (parameter**2).sum().backward()
    each.step()
print(w, v, again.param_groups[0]['lr'])
