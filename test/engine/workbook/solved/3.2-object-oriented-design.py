# Solved versions: each cell stands in the place of the one in the workbook's file of the same name.

# %% [3.2.1] Read the source
answer = 'hparams'


class Example(d2l.HyperParameters):
    def __init__(self, lr, epochs):
        self.save_hyperparameters()


kept = getattr(Example(lr=0.1, epochs=3), answer, {})
print(f'hyperparameters found: {len(kept)}')


# %% [3.2.2] Without save_hyperparameters
class B(d2l.HyperParameters):
    def __init__(self, a, b, c):
        self.a = a
        self.b = b


example = B(a=1, b=2, c=3)
print('a =', example.a)
print('b =', example.b)
print('there is no c:', not hasattr(example, 'c'))
print('saved by the call:', hasattr(example, 'hparams'))


# %% [3.2.2] By the names' own dictionary
class B(d2l.HyperParameters):
    def __init__(self, a, b, c):
        vars(self).update(a=a, b=b)


example = B(a=1, b=2, c=3)
print('a =', example.a)
print('b =', example.b)
print('there is no c:', not hasattr(example, 'c'))
print('saved by the call:', hasattr(example, 'hparams'))
