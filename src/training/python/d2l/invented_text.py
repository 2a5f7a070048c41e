"""Invented sentences in the form of a book's text: the stand-in for novels."""

import random

__all__ = ['lines']

_SUBJECTS = (
    'the traveller',
    'the psychologist',
    'the editor',
    'the doctor',
    'a stranger',
    'my friend',
    'the machine',
)
_VERBS = (
    'saw',
    'found',
    'followed',
    'remembered',
    'described',
    'forgot',
    'crossed',
    'reached',
    'watched',
    'lost',
)
_OBJECTS = (
    'the river',
    'the hall',
    'the light',
    'the valley',
    'a stair',
    'the ruins',
    'the evening',
    'a story',
)
_PLACES = (
    'in the dark',
    'under the trees',
    'beyond the hill',
    'near the house',
    'after dinner',
    'for an hour',
)
_LINKS = ('and then', 'but', 'while', 'because', 'until')

_WIDTH = 70
"""Characters of a line."""


def lines(count: int) -> list[str]:
    """So many lines of running text, at most about 70 characters wide, with a blank line now and then."""
    made: list[str] = []
    line = ''
    while len(made) < count:
        sentence = _sentence()
        for word in sentence.split():
            if len(line) + len(word) >= _WIDTH:
                made.append(line)
                line = ''
            line = f'{line} {word}'.strip()
        if random.random() < 0.08:
            made += [line, '']
            line = ''
    return made[:count]


def _sentence() -> str:
    parts = [_clause()]
    while random.random() < 0.45:
        parts += [random.choice(_LINKS), _clause()]
    text = ' '.join(parts)
    return f'{text[0].upper()}{text[1:]}.'


def _clause() -> str:
    place = f' {random.choice(_PLACES)}' if random.random() < 0.6 else ''
    return f'{random.choice(_SUBJECTS)} {random.choice(_VERBS)} {random.choice(_OBJECTS)}{place}'
