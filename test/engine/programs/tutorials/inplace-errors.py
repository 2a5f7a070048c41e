import torch

a = torch.ones(2, requires_grad=True)
for f in [lambda: a.add_(1), lambda: a.zero_(), lambda: a.__setitem__(0, 5.)]:
    try:
        f()
    except RuntimeError as e:
        print(e)
with torch.no_grad():
    a.add_(1)
print(a)
b = a * 2
c = b.exp()
b.add_(1)
c.sum().backward()
print(a.grad)
d = (a * 2).exp()
e = d * d
d.mul_(2)
try:
    e.sum().backward()
except RuntimeError as err:
    print(err)
s = torch.sigmoid(a)
s += 1
try:
    s.sum().backward()
except RuntimeError as err:
    print(str(err).split(';')[0])
z = a.detach()
z[0] = 100
print(a, z.requires_grad)
y = (a * a).sum()
y.backward()
try:
    y.backward()
except RuntimeError as err:
    print(err)
v = a[:1]
try:
    v.mul_(2)
except RuntimeError as err:
    print(err)
print(a._version, b._version)
