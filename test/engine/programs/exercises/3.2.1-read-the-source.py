import inspect

from d2l import torch as d2l

source = inspect.getsource(d2l.HyperParameters.save_hyperparameters)
print('def save_hyperparameters' in source, 'class Trainer' in inspect.getsource(d2l.Trainer))
print(list(inspect.signature(d2l.Trainer.__init__).parameters))
print(list(inspect.signature(d2l.ProgressBoard.draw).parameters))
print(list(inspect.signature(d2l.SyntheticRegressionData.__init__).parameters))
