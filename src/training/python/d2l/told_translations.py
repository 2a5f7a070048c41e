"""Tells what an encoder and decoder translate, in words."""

import functools
import json
from collections.abc import Callable
from typing import Any

import _engine

__all__ = ['telling']

_inner = 0
"""Predictions under way: a subclass's may ask its base's, and only the outer one is told."""

_MOST = 100
"""Sentences told of one prediction."""


def telling(predict_step: Callable[..., Any]) -> Callable[..., Any]:
    """The same method, which also tells the engine its words where the data of the model's fit has them."""
    if hasattr(predict_step, '_is_telling'):
        return predict_step

    @functools.wraps(predict_step)
    def told(model: Any, batch: Any, *args: Any, **kwargs: Any) -> Any:
        global _inner
        _inner += 1
        try:
            result = predict_step(model, batch, *args, **kwargs)
        finally:
            _inner -= 1
        if _inner > 0:
            return result
        try:
            _tell(model, batch, result)
        except Exception:  # a report must not end what the learner does
            return result
        return result

    marked: Any = told
    marked._is_telling = True
    return marked


def _tell(model: Any, batch: Any, result: Any) -> None:
    data = model.trainer._data
    source, labels = batch[0][:_MOST], batch[-1][:_MOST]
    predicted = (result[0] if isinstance(result, tuple) else result)[:_MOST]
    rows = zip(source.tolist(), labels.tolist(), predicted.tolist(), strict=True)
    told = [_translation(data, *row) for row in rows]
    _engine.translations(json.dumps(told))


def _translation(data: Any, source: Any, label: Any, predicted: Any) -> dict[str, Any]:
    from .translation import bleu

    words, reference = _sentence(data.tgt_vocab, predicted), _sentence(data.tgt_vocab, label)
    return {
        'source': _sentence(data.src_vocab, source),
        'translation': words,
        'reference': reference,
        'bleu': bleu(words, reference, 2) if reference else None,
    }


def _sentence(vocab: Any, indices: Any) -> str:
    """The words before the token that ends a sentence."""
    from .translation import BEGIN, END, PADDING

    words: list[str] = []
    for index in indices:
        word = vocab.to_tokens(int(index))
        if word == END:
            break
        if word not in (BEGIN, PADDING):
            words.append(word)
    return ' '.join(words)
