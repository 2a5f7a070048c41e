import torch
from d2l import torch as d2l


class A:
    def __init__(self):
        self.b = 1


a = A()


@d2l.add_to_class(A)
def do(self):
    print('Class attribute "b" is', self.b)


a.do()
print(do)
