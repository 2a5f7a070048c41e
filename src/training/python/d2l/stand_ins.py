"""Generated stand-ins for data sets: of the form of the real ones, made on request, never silently."""

import math
import os
import random
from collections.abc import Callable, Iterator

from .data_files import note_stand_in

SEED = 2023
FOLDER = '../data'


def make_stand_in(name: str) -> None:
    """Generates files that take the place of a data set's own, and says so.

    Args:
        name: `fashion_mnist`, `airfoil` or `kaggle_house` (also `kaggle_house_train`, `kaggle_house_test`).

    Raises:
        ValueError: for other names.
    """
    if name not in MAKERS:
        raise ValueError(f'There is no stand-in for {name!r}; there are: {", ".join(sorted(MAKERS))}')
    state = random.getstate()
    try:
        random.seed(SEED)
        made = MAKERS[name]()
    finally:
        random.setstate(state)
    print(f'Made a stand-in for {name}: {made}. These are not the real data.')


def _written(name: str, content: str | bytes) -> None:
    path = os.path.join(FOLDER, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'wb') as file:
        file.write(content.encode() if isinstance(content, str) else content)
    note_stand_in(path)


# ------------------------------------------------------------ airfoil


def _airfoil() -> str:
    rows = '\n'.join('\t'.join(f'{value:.6g}' for value in row) for row in _noise_measurements(1503))
    _written('airfoil_self_noise.dat', rows + '\n')
    return '1503 invented measurements of 5 features and the noise that follows from them'


def _noise_measurements(count: int) -> Iterator[tuple[float, ...]]:
    """Frequency, angle, chord, velocity, thickness, and a noise that depends on all of them."""
    for _ in range(count):
        frequency = 200 * 10 ** random.uniform(0, 2)
        angle = random.uniform(0, 22)
        chord = random.choice((0.0254, 0.0508, 0.1016, 0.1524, 0.2286, 0.3048))
        velocity = random.choice((31.7, 39.6, 55.5, 71.3))
        thickness = 0.0004 * 10 ** (angle / 10) * random.uniform(0.8, 2)
        level = 132 - 9 * math.log10(frequency / 200) - 0.35 * angle - 22 * chord + 0.09 * velocity
        yield frequency, angle, chord, velocity, thickness, level - 110 * thickness + random.gauss(0, 3)


# ------------------------------------------------------------ house prices

_COLUMN_NAMES = """
    Id MSSubClass MSZoning LotFrontage LotArea Street Alley OverallQual OverallCond YearBuilt TotalBsmtSF
    GrLivArea FullBath GarageCars YrSold SaleType SaleCondition
"""
_HOUSE_COLUMNS = _COLUMN_NAMES.split()


def _houses() -> str:
    return f'{_training_houses()}; {_test_houses()}'


def _training_houses() -> str:
    lines = [','.join([*_HOUSE_COLUMNS, 'SalePrice'])]
    for number in range(1, 1461):
        row, price = _house(number)
        lines.append(','.join([*row, str(price)]))
    _written('kaggle_house_pred_train.csv', '\n'.join(lines) + '\n')
    return f'1460 invented houses with prices ({len(_HOUSE_COLUMNS) + 1} columns; the real file has 81)'


def _test_houses() -> str:
    lines = [','.join(_HOUSE_COLUMNS), *(','.join(_house(number)[0]) for number in range(1461, 2920))]
    _written('kaggle_house_pred_test.csv', '\n'.join(lines) + '\n')
    return f'1459 invented houses without prices ({len(_HOUSE_COLUMNS)} columns; the real file has 80)'


def _house(number: int) -> tuple[list[str], int]:
    """The fields of a house, `NA` where one is missing, and its price."""
    quality = min(10, max(1, round(random.gauss(6, 1.4))))
    built = random.randint(1900, 2009)
    living = max(400, round(random.gauss(1000 + 90 * (quality - 1), 350)))
    cellar = max(0, round(random.gauss(0.7 * living, 200)))
    garage = random.choice((0, 1, 1, 2, 2, 2, 3))
    area = round(math.exp(random.gauss(9.1, 0.4)))
    frontage = 'NA' if random.random() < 0.18 else str(round(math.sqrt(area) * random.uniform(0.5, 0.9)))
    zone = random.choice(('RL', 'RL', 'RL', 'RM', 'FV', 'RH'))
    alley = random.choice(('NA',) * 14 + ('Grvl', 'Pave'))
    sale = random.choice(('WD',) * 8 + ('New', 'COD'))
    condition = 'Partial' if sale == 'New' else random.choice(('Normal',) * 7 + ('Abnorml', 'Family'))
    log_price = (
        10.6 + 0.1 * quality + 0.0003 * living + 0.0001 * cellar + 0.05 * garage + 0.002 * (built - 1950)
    )
    fields = (
        *(number, random.choice((20, 30, 50, 60, 120)), zone, frontage, area, 'Pave', alley, quality),
        *(random.randint(3, 9), built, cellar, living, random.choice((1, 1, 2, 2, 3)), garage),
        *(random.randint(2006, 2010), sale, condition),
    )
    return [str(field) for field in fields], round(math.exp(log_price + random.gauss(0, 0.12)))


# ------------------------------------------------------------ pictures


def _clothes() -> str:
    from . import drawn_clothes

    counts = {'train': 3000, 't10k': 500}
    for part, count in counts.items():
        pictures, labels = drawn_clothes.idx_files(count)
        folder = 'FashionMNIST/raw'
        _written(f'{folder}/{part}-images-idx3-ubyte', pictures)
        _written(f'{folder}/{part}-labels-idx1-ubyte', labels)
    return (
        f'{counts["train"]} drawn pictures of clothes to train with and {counts["t10k"]} to test with '
        '(the real set: 60000 and 10000 photographs)'
    )


MAKERS: dict[str, Callable[[], str]] = {
    'airfoil': _airfoil,
    'kaggle_house': _houses,
    'kaggle_house_train': _training_houses,
    'kaggle_house_test': _test_houses,
    'fashion_mnist': _clothes,
}
"""Who makes which stand-in; each says what it made."""
