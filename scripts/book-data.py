"""Make the small data sets that the book's cells are tested with: invented contents in the formats of the real ones.

    python scripts/book-data.py

writes `test/engine/book/data`, the same each time. It needs a Python with `torch` and `Pillow`, as the recordings do
(`scripts/record-pytorch.py`), which have to be made anew after it.
"""

from __future__ import annotations

import io
import json
import pickle
import random
import struct
import tarfile
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from PIL import Image

DATA = Path(__file__).resolve().parent.parent / 'test' / 'engine' / 'book' / 'data'
YEAR = (2023, 1, 1, 0, 0, 0)

Files = dict[str, bytes]


def main() -> None:
    DATA.mkdir(parents=True, exist_ok=True)
    random.seed(2023)
    write('timemachine.txt', '\n'.join(story(140)) + '\n')
    write('airfoil_self_noise.dat', airfoil(300))
    write('kaggle_house_pred_train.csv', houses(range(1, 61), priced=True))
    write('kaggle_house_pred_test.csv', houses(range(61, 101), priced=False))
    for name, content in {**fashion(), **cifar()}.items():
        write(name, content)
    archive('fra-eng.zip', {'fra-eng/fra.txt': '\n'.join(translations()).encode() + b'\n'})
    archive('ptb.zip', {f'ptb/ptb.{part}.txt': treebank(size) for part, size in PARTS})
    archive('wikitext-2-v1.zip', {f'wikitext-2/wiki.{part}.tokens': articles(size) for part, size in PARTS})
    archive('snli_1.0.zip', {f'snli_1.0/snli_1.0_{part}.txt': inferences(size) for part, size in SPLITS})
    archive('aclImdb_v1.tar.gz', reviews())
    for dimensions, name in ((50, 'glove.6B.50d'), (100, 'glove.6B.100d')):
        archive(f'{name}.zip', {f'{name}/vec.txt': vectors(dimensions)})
    archive('hotdog.zip', labelled_pictures('hotdog', ('hotdog', 'not-hotdog'), 6, (48, 40)))
    archive('pokemon.zip', {f'pokemon/kind{n % 3}/{n}.png': png(picture(40, 40)) for n in range(12)})
    archive('banana-detection.zip', bananas())
    archive('VOCtrainval_11-May-2012.tar', segmented())
    archive('kaggle_cifar10_tiny.zip', kaggle_pictures())
    archive('kaggle_dog_tiny.zip', kaggle_dogs())
    archive('bert.small.torch.zip', pretrained())
    write('catdog.jpg', jpeg(picture(112, 144)))


PARTS = (('train', 60), ('valid', 12), ('test', 12))
SPLITS = (('train', 40), ('test', 16))


def write(name: str, content: str | bytes) -> None:
    target = DATA / name
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content.encode() if isinstance(content, str) else content)


def archive(name: str, files: Files) -> None:
    """A zip or tar file, by the ending of its name: in the order of names, without the time at which it was made."""
    if name.endswith('.zip'):
        with zipfile.ZipFile(DATA / name, 'w', zipfile.ZIP_DEFLATED) as packed:
            for file, content in sorted(files.items()):
                packed.writestr(zipfile.ZipInfo(file, YEAR), content, zipfile.ZIP_DEFLATED)
        return
    unpacked = io.BytesIO()
    with tarfile.open(fileobj=unpacked, mode='w') as packed_tar:
        for file, content in sorted(files.items()):
            entry = tarfile.TarInfo(file)
            entry.size = len(content)
            packed_tar.addfile(entry, io.BytesIO(content))
    write(name, compressed(unpacked.getvalue()) if name.endswith('.gz') else unpacked.getvalue())


def compressed(content: bytes) -> bytes:
    import gzip

    return gzip.compress(content, mtime=0)


# ------------------------------------------------------------ text

SUBJECTS = 'the traveller;the doctor;a stranger;my friend;the machine;an old editor'.split(';')
VERBS = 'saw found followed remembered described crossed reached lost'.split()
OBJECTS = 'the river;the hall;a light;the valley;some ruins;the evening;a story'.split(';')
PLACES = ';in the dark;under the trees;beyond the hill;after dinner'.split(';')


def sentence() -> str:
    words = (random.choice(each) for each in (SUBJECTS, VERBS, OBJECTS, PLACES))
    return ' '.join(' '.join(words).split())


def story(count: int) -> Iterator[str]:
    """Lines of a novel: capitals, marks, and a blank line now and then."""
    for number in range(count):
        if number % 9 == 8:
            yield ''
        else:
            yield f'{sentence().capitalize()}, and {sentence()}; "{random.choice(VERBS).upper()}!" It was {number}.'


def translations() -> Iterator[str]:
    """English and French with a tab between, and the marks that French sets off by narrow spaces."""
    pronouns = {'I': 'je', 'you': 'tu', 'he': 'il', 'she': 'elle', 'we': 'nous', 'they': 'ils'}
    verbs = {'see': 'vois', 'run': 'cours', 'win': 'gagne', 'call': 'appelle', 'sleep': 'dors', 'try': 'essaie'}
    yield from ('Go.\tVa\u202f!', 'Hi.\tSalut\u202f!', 'Run!\tCours\u202f!', 'Wow!\t\u00c7a alors\u202f!')
    for who, qui in pronouns.items():
        for what, quoi in verbs.items():
            yield f'{who.capitalize()} {what}.\t{qui.capitalize()} {quoi}.'
            yield f'Do {who} {what}?\tEst-ce que {qui} {quoi}\u202f?'
            yield f'{who.capitalize()} {what}, now!\t{qui.capitalize()}\u00a0{quoi}, maintenant\u202f!'


def treebank(count: int) -> bytes:
    lines = (f' {sentence()} <unk> {sentence()} N million \n' for _ in range(count))
    return ''.join(lines).encode()


def articles(count: int) -> bytes:
    """Tokens with blanks between; a paragraph is a line, headings are set off by equals signs."""
    lines = ['', ' = The Machine = ', '']
    for _ in range(count):
        lines.append(' ' + ' . '.join(sentence().capitalize() for _ in range(random.randint(1, 4))) + ' . ')
    return '\n'.join(lines).encode()


def inferences(count: int) -> bytes:
    """Tab-separated: label, both sentences parsed in brackets, then what nobody reads here."""
    lines = ['gold_label\tsentence1_binary_parse\tsentence2_binary_parse\tsentence1\tsentence2']
    for _ in range(count):
        label = random.choice(('entailment', 'contradiction', 'neutral', '-'))
        first, second = sentence(), sentence()
        lines.append(f'{label}\t{parsed(first)}\t{parsed(second)}\t{first}.\t{second}.')
    return ('\n'.join(lines) + '\n').encode()


def parsed(text: str) -> str:
    first, *others = text.split()
    return f'( {first} ( {" ".join(others)} . ) )'


def reviews() -> Files:
    words = {'pos': 'good great fine lovely'.split(), 'neg': 'bad poor dull awful'.split()}
    return {
        f'aclImdb/{part}/{kind}/{number}_{8 if kind == "pos" else 2}.txt': (
            f'A {random.choice(words[kind])} film.<br /><br />{sentence().capitalize()}, '
            f'{random.choice(words[kind])} and {random.choice(words[kind])}!'
        ).encode()
        for part, count in (('train', 20), ('test', 10))
        for kind in words
        for number in range(count)
    }


def vectors(dimensions: int) -> bytes:
    words = sorted({word for part in (SUBJECTS, VERBS, OBJECTS, PLACES) for text in part for word in text.split()})
    words += 'good great fine lovely bad poor dull awful film . , man woman king queen'.split()
    random_numbers = np.random.default_rng(dimensions)
    lines = (
        ' '.join([word, *(f'{value:.5f}' for value in random_numbers.normal(0, 0.4, dimensions))]) for word in words
    )
    return ('\n'.join(lines) + '\n').encode()


# ------------------------------------------------------------ tables


def airfoil(count: int) -> str:
    rows = []
    for _ in range(count):
        frequency, angle, chord = 200 * 10 ** random.uniform(0, 2), random.uniform(0, 22), random.choice((0.0254, 0.3048))
        velocity, thickness = random.choice((31.7, 39.6, 71.3)), random.uniform(0.0004, 0.05)
        level = 132 - 2 * frequency / 1000 - 0.4 * angle - 20 * chord + 0.08 * velocity - 100 * thickness
        values = (frequency, angle, chord, velocity, thickness, level + random.gauss(0, 2))
        rows.append('\t'.join(f'{value:.6g}' for value in values))
    return '\n'.join(rows) + '\n'


NUMBERS = """
    MSSubClass LotFrontage LotArea OverallQual OverallCond YearBuilt YearRemodAdd MasVnrArea BsmtFinSF1 BsmtFinSF2
    BsmtUnfSF TotalBsmtSF 1stFlrSF 2ndFlrSF LowQualFinSF GrLivArea BsmtFullBath BsmtHalfBath FullBath HalfBath
    BedroomAbvGr KitchenAbvGr TotRmsAbvGrd Fireplaces GarageYrBlt GarageCars GarageArea WoodDeckSF OpenPorchSF
    EnclosedPorch 3SsnPorch ScreenPorch PoolArea MiscVal MoSold YrSold
""".split()
COLUMNS = """
    Id MSSubClass MSZoning LotFrontage LotArea Street Alley LotShape LandContour Utilities LotConfig LandSlope
    Neighborhood Condition1 Condition2 BldgType HouseStyle OverallQual OverallCond YearBuilt YearRemodAdd RoofStyle
    RoofMatl Exterior1st Exterior2nd MasVnrType MasVnrArea ExterQual ExterCond Foundation BsmtQual BsmtCond
    BsmtExposure BsmtFinType1 BsmtFinSF1 BsmtFinType2 BsmtFinSF2 BsmtUnfSF TotalBsmtSF Heating HeatingQC CentralAir
    Electrical 1stFlrSF 2ndFlrSF LowQualFinSF GrLivArea BsmtFullBath BsmtHalfBath FullBath HalfBath BedroomAbvGr
    KitchenAbvGr KitchenQual TotRmsAbvGrd Functional Fireplaces FireplaceQu GarageType GarageYrBlt GarageFinish
    GarageCars GarageArea GarageQual GarageCond PavedDrive WoodDeckSF OpenPorchSF EnclosedPorch 3SsnPorch ScreenPorch
    PoolArea PoolQC Fence MiscFeature MiscVal MoSold YrSold SaleType SaleCondition
""".split()
OFTEN_MISSING = {'LotFrontage', 'Alley', 'FireplaceQu', 'PoolQC', 'Fence', 'MiscFeature', 'GarageYrBlt'}


def houses(ids: Sequence[int], *, priced: bool) -> str:
    lines = [','.join([*COLUMNS, 'SalePrice'] if priced else COLUMNS)]
    for number in ids:
        fields = [str(number), *(field(name) for name in COLUMNS[1:])]
        quality = int(fields[COLUMNS.index('OverallQual')])
        lines.append(','.join([*fields, str(60000 + 20000 * quality + random.randint(0, 9999))] if priced else fields))
    return '\n'.join(lines) + '\n'


def field(name: str) -> str:
    if name in OFTEN_MISSING and random.random() < 0.5:
        return 'NA'
    if name not in NUMBERS:
        return random.choice(('RL', 'RM', 'FV') if name == 'MSZoning' else ('TA', 'Gd', 'Ex'))
    low, high = (1900, 2010) if 'Y' in name and 'r' in name and name != 'MoSold' else (1, 10)
    return str(random.randint(low, high) * (97 if name.endswith(('Area', 'SF')) else 1))


# ------------------------------------------------------------ pictures


def picture(height: int, width: int, channels: int = 3) -> np.ndarray:
    """A smooth picture: few bytes where it is compressed, no two alike."""
    y, x = np.mgrid[0:height, 0:width]
    waves = [
        120
        + 60 * np.sin(x * random.uniform(0.02, 0.2) + random.uniform(0, 6))
        + 60 * np.cos(y * random.uniform(0.02, 0.2) + random.uniform(0, 6))
        for _ in range(channels)
    ]
    return np.stack(waves, axis=-1).clip(0, 255).astype(np.uint8)


def png(pixels: np.ndarray) -> bytes:
    return encoded(Image.fromarray(pixels), 'PNG')


def jpeg(pixels: np.ndarray) -> bytes:
    return encoded(Image.fromarray(pixels), 'JPEG')


def encoded(image: Image.Image, form: str) -> bytes:
    file = io.BytesIO()
    image.save(file, form)
    return file.getvalue()


def labelled_pictures(folder: str, kinds: Sequence[str], count: int, size: tuple[int, int]) -> Files:
    return {
        f'{folder}/{part}/{kind}/{number}.png': png(picture(*size))
        for part in ('train', 'test')
        for kind in kinds
        for number in range(count)
    }


def fashion() -> Files:
    """Pictures of 28 by 28 whose rows get brighter with their class, in the files of Fashion-MNIST."""
    files: Files = {}
    for part, count in (('train', 160), ('t10k', 80)):
        labels = bytes(random.randrange(10) for _ in range(count))
        pixels = np.zeros((count, 28, 28), np.uint8)
        for number, label in enumerate(labels):
            pixels[number, 2 * label : 2 * label + 9, 4:24] = 90 + 15 * label + random.randrange(15)
        files[f'FashionMNIST/raw/{part}-images-idx3-ubyte'] = struct.pack('>4i', 2051, count, 28, 28) + pixels.tobytes()
        files[f'FashionMNIST/raw/{part}-labels-idx1-ubyte'] = struct.pack('>2i', 2049, count) + labels
    return files


CLASSES = 'airplane automobile bird cat deer dog frog horse ship truck'.split()


def cifar() -> Files:
    names = [*(f'data_batch_{number}' for number in range(1, 6)), 'test_batch']
    folder = 'cifar-10-batches-py'
    meta = {'num_cases_per_batch': 8, 'label_names': CLASSES, 'num_vis': 3072}
    files = {f'{folder}/batches.meta': pickle.dumps(meta, 2)}
    for name in names:
        pixels = np.stack([picture(32, 32).transpose(2, 0, 1).reshape(-1) for _ in range(8)])
        batch = {'batch_label': name, 'labels': [random.randrange(10) for _ in range(8)], 'data': pixels}
        files[f'{folder}/{name}'] = pickle.dumps(batch, 2)
    return files


def bananas() -> Files:
    """Pictures of 256 by 256 with a yellow patch, and a table of where it is."""
    files: Files = {}
    for part, count in (('train', 6), ('val', 4)):
        rows = ['img_name,label,xmin,ymin,xmax,ymax']
        for number in range(count):
            left, top, size = random.randrange(150), random.randrange(150), random.randrange(40, 100)
            pixels = np.full((256, 256, 3), 40 * (number + 1), np.uint8)
            pixels[top : top + size, left : left + size] = (230, 210, 40)
            files[f'banana-detection/bananas_{part}/images/{number}.png'] = png(pixels)
            rows.append(f'{number}.png,0,{left},{top},{left + size},{top + size}')
        files[f'banana-detection/bananas_{part}/label.csv'] = ('\n'.join(rows) + '\n').encode()
    return files


def segmented() -> Files:
    """Pictures as JPEG and, of each pixel, the class as PNG with the palette of VOC; one is too small to be cropped."""
    root, files = 'VOCdevkit/VOC2012', {}
    for part, count in (('train', 5), ('val', 4)):
        names = [f'2007_{part}{number:03}' for number in range(count)]
        files[f'{root}/ImageSets/Segmentation/{part}.txt'] = ('\n'.join(names) + '\n').encode()
        for number, name in enumerate(names):
            height, width = (40, 52) if number == 1 else (72 + number, 96)
            classes = np.zeros((height, width), np.uint8)
            classes[10:30, 8:40] = random.randrange(1, 21)
            classes[28:36, 30:48] = random.randrange(1, 21)
            image = Image.fromarray(classes, 'P')
            image.putpalette(voc_palette())
            files[f'{root}/JPEGImages/{name}.jpg'] = jpeg(picture(height, width))
            files[f'{root}/SegmentationClass/{name}.png'] = encoded(image, 'PNG')
    return files


def voc_palette() -> list[int]:
    """The colours of VOC's classes: bits of the class number, from the lowest, set the highest bits of red, green, blue."""
    colours = []
    for number in range(256):
        for channel in range(3):
            colours.append(sum((number >> 3 * bit + channel & 1) << 7 - bit for bit in range(3)))
    return colours


def kaggle_pictures() -> Files:
    labels = [CLASSES[number % 4] for number in range(20)]
    rows = ['id,label', *(f'{number},{label}' for number, label in enumerate(labels, 1))]
    files = {'kaggle_cifar10_tiny/trainLabels.csv': ('\n'.join(rows) + '\n').encode()}
    for number in range(1, 21):
        files[f'kaggle_cifar10_tiny/train/{number}.png'] = png(picture(32, 32))
    for number in range(1, 6):
        files[f'kaggle_cifar10_tiny/test/{number}.png'] = png(picture(32, 32))
    return files


def kaggle_dogs() -> Files:
    breeds = ('beagle', 'boxer', 'pug')
    names = [f'{random.getrandbits(64):016x}' for _ in range(12)]
    rows = ['id,breed', *(f'{name},{breeds[number % 3]}' for number, name in enumerate(names))]
    files = {'kaggle_dog_tiny/labels.csv': ('\n'.join(rows) + '\n').encode()}
    files |= {f'kaggle_dog_tiny/train/{name}.jpg': jpeg(picture(60, 72)) for name in names}
    return files | {f'kaggle_dog_tiny/test/{random.getrandbits(64):016x}.jpg': jpeg(picture(64, 60)) for _ in range(3)}


# ------------------------------------------------------------ weights


def pretrained() -> Files:
    """A BERT of few numbers as it came out of its pretraining, and the words it knows."""
    import torch
    from d2l import torch as d2l

    torch.manual_seed(5)
    words = vectors(1).decode().split('\n')[:-1]
    tokens = ['<unk>', '<pad>', '<mask>', '<cls>', '<sep>', *(line.split()[0] for line in words)]
    model = d2l.BERTModel(
        len(tokens), num_hiddens=16, ffn_num_hiddens=16, num_heads=2, num_blks=1, dropout=0.1, max_len=64
    )
    # A first batch gives lazy layers their sizes.
    zeros = torch.zeros((1, 8), dtype=torch.int64)
    model(zeros, zeros, torch.tensor([8.0]), zeros[:, :2])
    file = io.BytesIO()
    torch.save(model.state_dict(), file)
    return {
        'bert.small.torch/vocab.json': json.dumps(tokens).encode(),
        'bert.small.torch/pretrained.params': file.getvalue(),
    }


if __name__ == '__main__':
    main()
