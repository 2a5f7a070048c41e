"""The book's package `d2l`: the installed one, made to report its fits, or ours where none is installed."""

from __future__ import annotations

import functools
import importlib
import importlib.metadata
import importlib.util
import sys
from pathlib import Path
from typing import Any

from _runner.after_import import after_import

__all__ = ['OURS', 'own_part', 'provide', 'watch']

OURS = Path(__file__).resolve().parent.parent / 'book'
"""Holds our own `d2l`."""

_NAME = '_own_d2l'
"""What ours is called beside an installed one."""


def provide() -> str | None:
    """Lets `import d2l` find one; returns the version of the installed one, None where ours stands in."""
    if importlib.util.find_spec('d2l') is None:
        sys.path.append(str(OURS))
        return None
    spec = importlib.util.spec_from_file_location(
        _NAME, OURS / 'd2l' / '__init__.py', submodule_search_locations=[str(OURS / 'd2l')]
    )
    if spec is not None and spec.loader is not None:
        ours = sys.modules[_NAME] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(ours)

    try:
        return importlib.metadata.version('d2l')
    except importlib.metadata.PackageNotFoundError:
        return 'unknown'


def own_part(name: str) -> Any:
    """A module of our `d2l`, whether it is the one that learners import or not."""
    return importlib.import_module(f'{_NAME if _NAME in sys.modules else "d2l"}.{name}')


def watch() -> None:
    """Makes the installed package report once it is imported; ours does anyway."""
    if _NAME in sys.modules:
        after_import('d2l.torch', _connect)


def _connect(d2l: Any) -> None:
    d2l.ProgressBoard.draw = own_part('board').ProgressBoard.draw
    if hasattr(d2l, 'Animator'):
        d2l.Animator = own_part('first_edition').Animator
    d2l.Trainer.fit = _told(d2l.Trainer.fit)
    d2l.use_svg_display = lambda: None
    d2l.display.display = lambda *_, **__: None
    d2l.display.clear_output = lambda *_, **__: None
    own_part('loops').DataModule = d2l.DataModule


def _told(fit: Any) -> Any:
    """`Trainer.fit` that reports what it does; the method itself stays the book's."""
    training = own_part('training')

    @functools.wraps(fit)
    def told(trainer: Any, model: Any, data: Any) -> Any:
        watched = training.WatchedFit(trainer, model, data)
        is_prepared = False

        def fit_epoch() -> None:
            nonlocal is_prepared
            if not is_prepared:
                watched.prepared()
            is_prepared = True
            type(trainer).fit_epoch(trainer)
            watched.epoch_ended()

        trainer.fit_epoch = fit_epoch
        try:
            result = fit(trainer, model, data)
        except Exception:
            watched.end()
            raise
        finally:
            vars(trainer).pop('fit_epoch', None)
        watched.succeeded()
        _judge(trainer, model, data)
        return result

    return told


def _judge(trainer: Any, model: Any, data: Any) -> None:
    """What a classifier of pictures takes for what."""
    loader = getattr(trainer, 'val_dataloader', None)
    if hasattr(model, 'accuracy') and loader is not None:
        own_part('predictions').Judge(model, loader, trainer.prepare_batch, data).report()
