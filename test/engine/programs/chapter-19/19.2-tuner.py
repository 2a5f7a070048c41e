import re

import torch
from d2l import torch as d2l


class Steps:
    def __init__(self, start):
        self.value = start

    def rvs(self):
        self.value += 1
        return self.value


searcher = d2l.RandomSearcher({'x': Steps(0), 'y': Steps(10)}, initial_config={'x': 5, 'y': 5})
tuner = d2l.HPOTuner(d2l.BasicScheduler(searcher), objective=lambda x, y: torch.tensor(abs(x - 2) + y / 100))
tuner.bookkeeping({'x': 9}, 9.0, 0.5)
print(tuner.incumbent, tuner.incumbent_trajectory, tuner.cumulative_runtime)
for _ in range(4):
    config = tuner.scheduler.suggest()
    error = float(tuner.objective(**config))
    tuner.scheduler.update(config, error)
    tuner.bookkeeping(config, error, 0.25)
print(tuner.incumbent, tuner.incumbent_error, tuner.incumbent_trajectory, tuner.cumulative_runtime, len(tuner.records))
d2l.HPOSearcher().sample_configuration
d2l.HPOScheduler().suggest()
