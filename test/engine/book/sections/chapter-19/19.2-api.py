# %%
import time

from d2l import torch as d2l


class HPOSearcher(d2l.HyperParameters):
    def sample_configuration() -> dict:
        raise NotImplementedError

    def update(self, config: dict, error: float, additional_info=None):
        pass


class Fixed:
    def __init__(self, value):
        self.value = value

    def rvs(self):
        return self.value


class RandomSearcher(HPOSearcher):
    def __init__(self, config_space: dict, initial_config=None):
        self.save_hyperparameters()

    def sample_configuration(self) -> dict:
        if self.initial_config is not None:
            result = self.initial_config
            self.initial_config = None
        else:
            result = {name: domain.rvs() for name, domain in self.config_space.items()}
        return result


searcher = RandomSearcher({'lr': Fixed(0.5)}, initial_config={'lr': 0.1})
searcher.sample_configuration(), searcher.sample_configuration()


# %%
class HPOScheduler(d2l.HyperParameters):
    def suggest(self) -> dict:
        raise NotImplementedError

    def update(self, config: dict, error: float, info=None):
        raise NotImplementedError


class BasicScheduler(HPOScheduler):
    def __init__(self, searcher: HPOSearcher):
        self.save_hyperparameters()

    def suggest(self) -> dict:
        return self.searcher.sample_configuration()

    def update(self, config: dict, error: float, info=None):
        self.searcher.update(config, error, additional_info=info)


# %%
class HPOTuner(d2l.HyperParameters):
    def __init__(self, scheduler: HPOScheduler, objective: callable):
        self.save_hyperparameters()
        self.incumbent = None
        self.incumbent_error = None
        self.incumbent_trajectory = []
        self.cumulative_runtime = []
        self.current_runtime = 0
        self.records = []

    def run(self, number_of_trials):
        for i in range(number_of_trials):
            start_time = time.time()
            config = self.scheduler.suggest()
            print(f'Trial {i}: config = {config}')
            error = self.objective(**config)
            error = float(error)
            self.scheduler.update(config, error)
            runtime = time.time() - start_time
            self.bookkeeping(config, error, runtime)
            print(f'    error = {error}')

    def bookkeeping(self, config: dict, error: float, runtime: float):
        self.records.append({'config': config, 'error': error, 'runtime': runtime})
        if self.incumbent is None or self.incumbent_error > error:
            self.incumbent = config
            self.incumbent_error = error
        self.incumbent_trajectory.append(self.incumbent_error)


class Steps(Fixed):
    def rvs(self):
        self.value /= 2
        return self.value


searcher = RandomSearcher({'lr': Steps(0.8)}, initial_config={'lr': 0.1})
tuner = HPOTuner(scheduler=BasicScheduler(searcher), objective=lambda lr: (lr - 0.25) ** 2)
tuner.run(number_of_trials=4)
tuner.incumbent, tuner.incumbent_trajectory

# %%
own = d2l.HPOTuner(
    scheduler=d2l.BasicScheduler(d2l.RandomSearcher({'lr': Steps(0.8)}, initial_config={'lr': 0.3})),
    objective=lambda lr: (lr - 0.25) ** 2,
)
own.records, own.incumbent
