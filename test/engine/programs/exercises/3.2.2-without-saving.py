from d2l import torch as d2l


class B(d2l.HyperParameters):
    def __init__(self, a, b, c):
        print('self.a =', self.a)


B(a=1, b=2, c=3)
