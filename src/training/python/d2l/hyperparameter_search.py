"""Searching for good hyperparameters: what is tried, and in which order."""

import time
from collections import defaultdict
from collections.abc import Callable
from typing import Any

import numpy as np
import torch

from .fashion_mnist import FashionMNIST
from .hyperparameters import HyperParameters
from .networks import LeNet, init_cnn
from .training import Trainer

__all__ = [
    'BasicScheduler',
    'HPOScheduler',
    'HPOSearcher',
    'HPOTrainer',
    'HPOTuner',
    'RandomSearcher',
    'SuccessiveHalvingScheduler',
    'hpo_objective_lenet',
]

_OFFERED_LATE_BY = 'd2l.torch'

Configuration = dict[str, Any]


class HPOTrainer(Trainer):
    """A trainer that can tell how often its model is wrong."""

    def validation_error(self) -> Any:
        """The part of wrong predictions, the mean over the minibatches to validate with."""
        self.model.eval()
        accuracies: list[Any] = []
        for batch in self.val_dataloader:
            with torch.no_grad():
                X, y = self.prepare_batch(batch)
                accuracies.append(self.model.accuracy(self.model(X), y))
        return 1 - sum(accuracies) / len(accuracies)


class HPOSearcher(HyperParameters):
    """The base of what proposes configurations."""

    def sample_configuration(self) -> Configuration:
        """The next configuration; every searcher defines its own.

        Raises:
            NotImplementedError: of the base class; every subclass defines its own.
        """
        raise NotImplementedError

    def update(self, config: Configuration, error: float, additional_info: Any = None) -> None:
        """Hears what came of a configuration."""


class RandomSearcher(HPOSearcher):
    """Draws configurations independently of each other.

    Args:
        config_space: distributions with `rvs()`, by hyperparameter.
        initial_config: proposed first.
    """

    def __init__(self, config_space: dict[str, Any], initial_config: Configuration | None = None) -> None:
        self.save_hyperparameters()

    def sample_configuration(self) -> Configuration:
        """The initial configuration once, then random ones."""
        initial, self.initial_config = self.initial_config, None
        if initial is not None:
            return initial
        return {name: domain.rvs() for name, domain in self.config_space.items()}


class HPOScheduler(HyperParameters):
    """The base of what decides which configuration is tried next."""

    def suggest(self) -> Configuration:
        """The next one to try; every scheduler defines its own.

        Raises:
            NotImplementedError: of the base class; every subclass defines its own.
        """
        raise NotImplementedError

    def update(self, config: Configuration, error: float, info: Any = None) -> None:
        """Hears what came of a configuration.

        Raises:
            NotImplementedError: of the base class; every subclass defines its own.
        """
        raise NotImplementedError


class BasicScheduler(HPOScheduler):
    """Tries what a searcher proposes, one after the other.

    Args:
        searcher: proposes.
    """

    def __init__(self, searcher: HPOSearcher) -> None:
        self.save_hyperparameters()

    def suggest(self) -> Configuration:
        """The searcher's next proposal."""
        return self.searcher.sample_configuration()

    def update(self, config: Configuration, error: float, info: Any = None) -> None:
        """Tells the searcher."""
        self.searcher.update(config, error, additional_info=info)


class HPOTuner(HyperParameters):
    """Tries configurations and keeps the best.

    Args:
        scheduler: decides which.
        objective: gives the error of a configuration as a tensor.

    Attributes:
        incumbent: the best configuration so far.
        incumbent_error: its error.
        incumbent_trajectory: the least error after each trial.
        cumulative_runtime: seconds after each trial.
        records: `config`, `error` and `runtime` of each trial.
    """

    def __init__(self, scheduler: HPOScheduler, objective: Callable[..., Any]) -> None:
        self.save_hyperparameters()
        self.incumbent: Configuration | None = None
        self.incumbent_error: float | None = None
        self.incumbent_trajectory: list[float | None] = []
        self.cumulative_runtime: list[float] = []
        self.current_runtime = 0
        self.records: list[dict[str, Any]] = []

    def run(self, number_of_trials: int) -> None:
        """Tries so many configurations and prints each."""
        for trial in range(number_of_trials):
            start = time.time()
            config = self.scheduler.suggest()
            print(f'Trial {trial}: config = {config}')
            error = float(self.objective(**config).cpu().detach().numpy())
            self.scheduler.update(config, error)
            runtime = time.time() - start
            self.bookkeeping(config, error, runtime)
            print(f'    error = {error}, runtime = {runtime}')

    def bookkeeping(self, config: Configuration, error: float, runtime: float) -> None:
        """Notes a trial."""
        self.records.append({'config': config, 'error': error, 'runtime': runtime})
        if self.incumbent_error is None or error < self.incumbent_error:
            self.incumbent, self.incumbent_error = config, error
        self.incumbent_trajectory.append(self.incumbent_error)
        self.current_runtime += runtime
        self.cumulative_runtime.append(self.current_runtime)


class SuccessiveHalvingScheduler(HPOScheduler):
    """Trains many configurations a little, and the best of each rung `eta` times as long.

    Args:
        searcher: proposes.
        eta: what remains of a rung is one in `eta`.
        r_min: epochs of the first rung.
        r_max: epochs of the last.
        prefact: multiplies the number of configurations.

    Attributes:
        K: the number of the last rung, from 0.
        rung_levels: epochs by rung.
        all_observed_error_at_rungs: `(configuration, error)` by epochs.
        queue: what is tried next is at its end.
    """

    def __init__(self, searcher: HPOSearcher, eta: float, r_min: int, r_max: int, prefact: float = 1) -> None:
        self.save_hyperparameters()
        self.K = int(np.log(r_max / r_min) / np.log(eta))
        self.rung_levels = [r_min * eta**rung for rung in range(self.K + 1)]
        if r_max not in self.rung_levels:
            self.rung_levels.append(r_max)
            self.K += 1
        self.observed_error_at_rungs: dict[int, list[Any]] = defaultdict(list)
        self.all_observed_error_at_rungs: dict[int, list[Any]] = defaultdict(list)
        self.queue: list[Configuration] = []

    def suggest(self) -> Configuration:
        """The next of the queue; a new round begins when it is empty."""
        if not self.queue:
            for _ in range(self._wanted(self.K)):
                config = self.searcher.sample_configuration()
                config['max_epochs'] = self.r_min
                self.queue.append(config)
        return self.queue.pop()

    def update(self, config: Configuration, error: float, info: Any = None) -> None:
        """Notes the error, and promotes the best once all of a rung were tried."""
        epochs = int(config['max_epochs'])
        self.searcher.update(config, error, additional_info=info)
        self.all_observed_error_at_rungs[epochs].append((config, error))
        if epochs >= self.r_max:
            return
        self.observed_error_at_rungs[epochs].append((config, error))
        rung = self.rung_levels.index(epochs)
        if len(self.observed_error_at_rungs[epochs]) < self._wanted(self.K - rung):
            return
        best = self.get_top_n_configurations(epochs, self._wanted(self.K - rung - 1))
        promoted = [{**winner, 'max_epochs': self.rung_levels[rung + 1]} for winner in best]
        # What is in the queue still belongs to lower rungs, which come first.
        self.queue = promoted + self.queue
        self.observed_error_at_rungs[epochs] = []

    def get_top_n_configurations(self, rung_level: int, n: int) -> list[Configuration]:
        """The n best configurations of a rung."""
        tried = sorted(self.observed_error_at_rungs[rung_level], key=lambda trial: trial[1])
        return [config for config, _ in tried[:n]]

    def _wanted(self, rungs_above: int) -> int:
        """How many configurations a rung takes that has so many above it."""
        return int(self.prefact * self.eta**rungs_above)


def hpo_objective_lenet(learning_rate: float, batch_size: int, max_epochs: int = 10) -> Any:
    """The validation error of LeNet on Fashion-MNIST after training with these hyperparameters.

    Raises:
        DataFileMissingError: when the files are not there; it says what to do.
    """
    model = LeNet(lr=learning_rate, num_classes=10)
    trainer = HPOTrainer(max_epochs=max_epochs, num_gpus=1)
    data = FashionMNIST(batch_size=batch_size)
    model.apply_init([next(iter(data.get_dataloader(True)))[0]], init_cnn)
    trainer.fit(model=model, data=data)
    return trainer.validation_error()
