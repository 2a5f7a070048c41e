# 3.2 Object-oriented design: the exercises of section 3.2 of Dive into Deep
# Learning.
#
# Each cell with a number is an exercise. It says what to do, and runs as it
# stands: "Run D2L exercise" above it.

# %% Imports
import inspect

from d2l import torch as d2l

# %% [3.2.1] Read the source
# The classes of d2l are short, and worth reading: how does
# save_hyperparameters() know the arguments of a function that it was not given?
# (The source printed here is this extension's own d2l, in other words than the
# book's.)
#
# Your task: besides one attribute for each argument, it fills an attribute that
# holds them all. What is it called?
print(inspect.getsource(d2l.HyperParameters.save_hyperparameters))

answer = 'unknown'


class Example(d2l.HyperParameters):
    def __init__(self, lr, epochs):
        self.save_hyperparameters()


kept = getattr(Example(lr=0.1, epochs=3), answer, {})
print(f'hyperparameters found: {len(kept)}')

# region Hint
# Look for an assignment to self. with a dictionary on its right-hand side.
# endregion


# %% [3.2.2] Without save_hyperparameters
# B has attributes a and b only because of the call in its __init__.
#
# Your task: delete that call and run. Read the error. Then give B its
# attributes without it.
class B(d2l.HyperParameters):
    def __init__(self, a, b, c):
        self.save_hyperparameters(ignore=['c'])


example = B(a=1, b=2, c=3)
print('a =', example.a)
print('b =', example.b)
print('there is no c:', not hasattr(example, 'c'))
print('saved by the call:', hasattr(example, 'hparams'))

# region Hint
# An argument is a local variable of __init__, gone when it returns. self.a = a
# keeps it.
# endregion
