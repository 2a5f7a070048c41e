"""A loop over plain numbers."""

s = 0
for i in range(1000000):
    s += i
    t = s
