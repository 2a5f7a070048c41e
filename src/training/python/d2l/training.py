"""Models, data and the loop that brings them together."""

import json
import sys
from typing import Any

import _engine
import torch
from _exercise import environment, places
from torch import nn

from . import comparison, stability, surface
from .board import ProgressBoard
from .hyperparameters import HyperParameters
from .weight_path import WeightPath

__all__ = ['DataModule', 'Module', 'Trainer']

_OFFERED_BY = 'd2l.torch'


class Module(nn.Module, HyperParameters):
    """The base of the book's models.

    Args:
        plot_train_per_epoch: points of the training curves in each epoch.
        plot_valid_per_epoch: points of the validation curves in each epoch.
    """

    def __init__(self, plot_train_per_epoch: float = 2, plot_valid_per_epoch: float = 1) -> None:
        super().__init__()
        self.save_hyperparameters()
        self.board = ProgressBoard()

    def loss(self, y_hat: Any, y: Any) -> torch.Tensor:
        """The loss of a minibatch; every model defines its own.

        Raises:
            NotImplementedError: of the base class; every subclass defines its own.
        """
        raise NotImplementedError

    def forward(self, X: torch.Tensor) -> torch.Tensor:
        """Applies `self.net`."""
        assert hasattr(self, 'net'), 'Neural network is defined'
        return self.net(X)

    def plot(self, key: str, value: Any, train: bool) -> None:
        """Draws a value of this minibatch into the curve `train_<key>` or `val_<key>`."""
        assert hasattr(self, 'trainer'), 'Trainer is not inited'
        trainer = self.trainer
        self.board.xlabel = 'epoch'
        if train:
            x = trainer.train_batch_idx / trainer.num_train_batches
            every = trainer.num_train_batches / self.plot_train_per_epoch
        else:
            x = trainer.epoch + 1
            every = trainer.num_val_batches / self.plot_valid_per_epoch
        label = ('train_' if train else 'val_') + key
        self.board.draw(x, value.item(), label, every_n=int(every))

    def training_step(self, batch: Any) -> Any:
        """The loss of a minibatch, drawn."""
        loss = self.loss(self(*batch[:-1]), batch[-1])
        self.plot('loss', loss, train=True)
        return loss

    def validation_step(self, batch: Any) -> None:
        """Draws the loss of a minibatch."""
        loss = self.loss(self(*batch[:-1]), batch[-1])
        self.plot('loss', loss, train=False)

    def configure_optimizers(self) -> Any:
        """The optimizer: stochastic gradient descent with `self.lr`, unless a model defines its own."""
        return torch.optim.SGD(self.parameters(), lr=self.lr)

    def _tell_more(self, data: Any) -> None:
        """Tells the engine what there is to see of the model after its fit."""

    def apply_init(self, inputs: Any, init: Any = None) -> None:
        """Lets lazy layers take their shapes from `inputs`, then applies `init` to the network."""
        self.forward(*inputs)
        if init is not None:
            self.net.apply(init)


class DataModule(HyperParameters):
    """The base of the book's data.

    Args:
        root: the folder of downloaded files.
        num_workers: has no effect: there is one process.
    """

    def __init__(self, root: str = '../data', num_workers: int = 4) -> None:
        self.save_hyperparameters()

    def get_dataloader(self, train: bool) -> Any:
        """An iterable of minibatches; every data set defines its own.

        Raises:
            NotImplementedError: of the base class; every subclass defines its own.
        """
        raise NotImplementedError

    def train_dataloader(self) -> Any:
        """The minibatches to train with."""
        return self.get_dataloader(train=True)

    def val_dataloader(self) -> Any:
        """The minibatches to validate with."""
        return self.get_dataloader(train=False)

    def get_tensorloader(self, tensors: Any, train: bool, indices: Any = slice(0, None)) -> Any:
        """A DataLoader over rows of tensors; shuffled when they are to train with."""
        chosen = tuple(tensor[indices] for tensor in tensors)
        dataset = torch.utils.data.TensorDataset(*chosen)
        return torch.utils.data.DataLoader(dataset, self.batch_size, shuffle=train)


def has_layers(model: Any) -> bool:
    """Whether it is a network of several layers."""
    return isinstance(model, nn.Module) and sum(1 for _ in model.modules()) > 2


class WatchedFit:
    """A fit of a Trainer's, reported from its beginning to its end.

    Args:
        trainer: that fits.
        model: that is fitted.
        data: that it is trained with.
    """

    def __init__(self, trainer: Any, model: Any, data: Any) -> None:
        _engine.fit_started(type(model).__name__, trainer.max_epochs, json.dumps(places.place()))
        _under_way.append(self)
        self.trainer = trainer
        self._completed = 0
        self._model = model
        self._data = data
        self._path: WeightPath | None = None
        self._is_told = has_layers(model) or hasattr(model, 'accuracy')

    def prepared(self) -> None:
        """The first epoch is about to begin."""
        self._path = WeightPath(self._model, self._data, self.trainer.max_epochs)
        self._path.reached(0)
        if has_layers(self._model):
            # Late: most runs train no network.
            from . import layer_table

            layer_table.watch(self._model)

    def epoch_ended(self) -> None:
        """Another epoch is over."""
        self._completed += 1
        if self._is_told:
            _engine.epoch_ended(self._completed)
        if self._path is not None:
            self._path.reached(self._completed)

    def end(self, is_explained: bool = True) -> None:
        """Reports the weights as they are now, and where that is wanted why the fit diverged."""
        steps = sys.modules.get('d2l.training_steps')
        if steps is not None:
            steps.tell_end()
        _engine.epochs_ended(self._completed)
        weights = comparison.weights_json(self._model, self._data)
        reason = stability.stability_json(self.trainer, self._model) if is_explained else 'null'
        _engine.fit_ended(self._completed, weights, reason)
        _under_way.remove(self)

    def succeeded(self) -> None:
        """Reports a fit that came to its end, and what there is to see of its model."""
        self.end()
        if self._path is not None:
            surface.report(self.trainer, self._model, self._data, self._path.positions)
        if has_layers(self._model):
            from . import told_matrices

            told_matrices.report(self._model)
        tell_more = getattr(self._model, '_tell_more', None)
        if tell_more is not None:
            tell_more(self._data)


_under_way: list[WatchedFit] = []
"""Innermost last."""


def under_way() -> Any:
    """The Trainer whose fit is under way, the innermost one; None: there is none."""
    return _under_way[-1].trainer if _under_way else None


def _end_fits() -> None:
    """Ends the fits that the end of the run has interrupted."""
    for fit in reversed(_under_way):
        fit.end(is_explained=False)


environment.conclusions.append(_end_fits)


class Trainer(HyperParameters):
    """Fits models to data.

    Args:
        max_epochs: passes over the data.
        num_gpus: there is none here.
        gradient_clip_val: the norm that gradients are clipped to; 0 for none.
    """

    def __init__(self, max_epochs: int, num_gpus: int = 0, gradient_clip_val: float = 0) -> None:
        self.save_hyperparameters()
        self.gpus: list[Any] = []

    def prepare_data(self, data: Any) -> None:
        """Takes the loaders of the data."""
        self.train_dataloader = data.train_dataloader()
        self.val_dataloader = data.val_dataloader()
        self.num_train_batches = len(self.train_dataloader)
        self.num_val_batches = len(self.val_dataloader) if self.val_dataloader is not None else 0

    def prepare_model(self, model: Any) -> None:
        """Introduces the model and this trainer to each other."""
        model.trainer = self
        model.board.xlim = [0, self.max_epochs]
        self.model = model

    def prepare_batch(self, batch: Any) -> Any:
        """The minibatch as the model gets it."""
        return batch

    def fit(self, model: Any, data: Any) -> None:
        """Trains `model` with `data` for `max_epochs` epochs."""
        fit = WatchedFit(self, model, data)
        try:
            self.prepare_data(data)
            self.prepare_model(model)
            self.optim = model.configure_optimizers()
            self.epoch = 0
            self.train_batch_idx = 0
            self.val_batch_idx = 0
            fit.prepared()
            for self.epoch in range(self.max_epochs):  # noqa: B020 - the trainer's own epoch
                self.fit_epoch()
                fit.epoch_ended()
        except Exception:
            fit.end()
            raise
        self._data = data
        fit.succeeded()

    def fit_epoch(self) -> None:
        """Trains with all minibatches once, then validates."""
        self.model.train()
        for batch in self.train_dataloader:
            loss = self.model.training_step(self.prepare_batch(batch))
            self.optim.zero_grad()
            with torch.no_grad():
                loss.backward()
                if self.gradient_clip_val > 0:
                    self.clip_gradients(self.gradient_clip_val, self.model)
                self.optim.step()
            self.train_batch_idx += 1
        if self.val_dataloader is None:
            return
        self.model.eval()
        for batch in self.val_dataloader:
            with torch.no_grad():
                self.model.validation_step(self.prepare_batch(batch))
            self.val_batch_idx += 1

    def clip_gradients(self, grad_clip_val: float, model: Any) -> None:
        """Scales the gradients of all parameters down to a common norm."""
        parameters = [parameter for parameter in model.parameters() if parameter.requires_grad]
        norm = torch.sqrt(sum(torch.sum(parameter.grad**2) for parameter in parameters))
        if norm > grad_clip_val:
            for parameter in parameters:
                parameter.grad[:] *= grad_clip_val / norm
