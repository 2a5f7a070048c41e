# %%
import copy
from collections import defaultdict

import numpy as np
from d2l import torch as d2l


class SuccessiveHalvingScheduler(d2l.HPOScheduler):
    def __init__(self, searcher, eta, r_min, r_max, prefact=1):
        self.save_hyperparameters()
        self.K = int(np.log(r_max / r_min) / np.log(eta))
        self.rung_levels = [r_min * eta**k for k in range(self.K + 1)]
        if r_max not in self.rung_levels:
            self.rung_levels.append(r_max)
            self.K += 1
        self.observed_error_at_rungs = defaultdict(list)
        self.all_observed_error_at_rungs = defaultdict(list)
        self.queue = []


@d2l.add_to_class(SuccessiveHalvingScheduler)
def suggest(self):
    if len(self.queue) == 0:
        n0 = int(self.prefact * self.eta**self.K)
        for _ in range(n0):
            config = self.searcher.sample_configuration()
            config['max_epochs'] = self.r_min
            self.queue.append(config)
    return self.queue.pop()


# %%
@d2l.add_to_class(SuccessiveHalvingScheduler)
def update(self, config: dict, error: float, info=None):
    ri = int(config['max_epochs'])
    self.searcher.update(config, error, additional_info=info)
    self.all_observed_error_at_rungs[ri].append((config, error))
    if ri < self.r_max:
        self.observed_error_at_rungs[ri].append((config, error))
        ki = self.K - self.rung_levels.index(ri)
        ni = int(self.prefact * self.eta**ki)
        if len(self.observed_error_at_rungs[ri]) >= ni:
            kiplus1 = ki - 1
            niplus1 = int(self.prefact * self.eta**kiplus1)
            best_performing_configurations = self.get_top_n_configurations(rung_level=ri, n=niplus1)
            riplus1 = self.rung_levels[self.K - kiplus1]
            self.queue = [dict(config, max_epochs=riplus1) for config in best_performing_configurations] + self.queue
            self.observed_error_at_rungs[ri] = []


@d2l.add_to_class(SuccessiveHalvingScheduler)
def get_top_n_configurations(self, rung_level, n):
    rung = self.observed_error_at_rungs[rung_level]
    if not rung:
        return []
    sorted_rung = sorted(rung, key=lambda x: x[1])
    return [x[0] for x in sorted_rung[:n]]


# %%
class Steps:
    def __init__(self, value):
        self.value = value

    def rvs(self):
        self.value *= 0.7
        return round(self.value, 4)


searcher = d2l.RandomSearcher({'learning_rate': Steps(1.0), 'batch_size': Steps(64)}, initial_config={'learning_rate': 0.1, 'batch_size': 128})
scheduler = SuccessiveHalvingScheduler(searcher=searcher, eta=2, r_min=2, r_max=8)
for _ in range(8):
    config = scheduler.suggest()
    error = abs(config['learning_rate'] - 0.2) / config['max_epochs']
    scheduler.update(config, error)
    print(config, round(error, 4))

# %%
for rung_index, rung in scheduler.all_observed_error_at_rungs.items():
    errors = [xi[1] for xi in rung]
    d2l.plt.scatter([rung_index] * len(errors), errors)
d2l.plt.xlim(scheduler.r_min - 0.5, scheduler.r_max + 0.5)
d2l.plt.xticks(np.arange(scheduler.r_min, scheduler.r_max + 1), np.arange(scheduler.r_min, scheduler.r_max + 1))
d2l.plt.ylabel('validation error')
d2l.plt.xlabel('epochs')
scheduler.rung_levels, scheduler.K
