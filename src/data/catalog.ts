/**
 * The data sets that can be fetched: names, addresses and checksums as d2l's `DATA_HUB` and torchvision publish them. Sizes
 * are about right, for people and bounds. What is not in this list is never fetched.
 */

import type { DataSet, Packing, PublishedFile } from './data-set.ts';

/** The bucket of the book. d2l names it with http; it answers to https as well. */
const BOOK = 'https://d2l-data.s3-accelerate.amazonaws.com/';

const MB = 1_000_000;

/** A file of the book's bucket. Sizes in MB. */
function book(file: string, sum: string, size: number, unpacked = 0): PublishedFile {
  return published(file, [`${BOOK}${file}`], ['sha1', sum], [size * MB, unpacked * MB]);
}

function published(
  path: string,
  urls: readonly string[],
  [algorithm, sum]: readonly ['sha1' | 'md5', string],
  [bytes, unpackedBytes]: readonly [number, number],
): PublishedFile {
  return { path, urls, bytes, unpackedBytes, algorithm, sum, packing: packingOf(path) };
}

function packingOf(path: string): Packing {
  if (path.endsWith('.tar.gz')) return 'tar.gz';
  const ending = path.slice(path.lastIndexOf('.') + 1);
  return ending === 'zip' || ending === 'tar' || ending === 'gz' ? ending : 'none';
}

/** The four files of MNIST's format: where they are, MD5 and bytes of each. */
function idxFiles(
  folder: string,
  bases: readonly string[],
  sums: readonly string[],
  bytes: readonly number[],
) {
  const unpacked = [47_040_016, 60_008, 7_840_016, 10_008];
  return ['train-images-idx3', 'train-labels-idx1', 't10k-images-idx3', 't10k-labels-idx1'].map(
    (name, index) => {
      const file = `${name}-ubyte.gz`;
      const urls = bases.map((base) => `${base}${file}`);
      const sizes = [bytes[index] ?? 0, unpacked[index] ?? 0] as const;
      return published(`${folder}/raw/${file}`, urls, ['md5', sums[index] ?? ''], sizes);
    },
  );
}

const FASHION_MNIST = idxFiles(
  'FashionMNIST',
  [
    // torchvision's address has no https; the publisher's own repository has the same files with it.
    'https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/',
    'http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/',
  ],
  [
    '8d4fb7e6c68d591d4c3dfef9ec88bf0d',
    '25c81989df183df01b3e8a0aad5dffbe',
    'bef4ecab320f06d8554ea6380940ec79',
    'bb300cfdad3c16e7a12a480ee83cd310',
  ],
  [26_421_880, 29_515, 4_422_102, 5_148],
);

const MNIST = idxFiles(
  'MNIST',
  ['https://ossci-datasets.s3.amazonaws.com/mnist/'],
  [
    'f68b3c2dcbeaaa9fbdd348bbdeb94873',
    'd53e105ee54ea40749a09fcbcd1e9432',
    '9fb629c4189551a2d022fa330f9573f3',
    'ec29112dd5afa0611ce80d1b7f02629c',
  ],
  [9_912_422, 28_881, 1_648_877, 4_542],
);

const TOO_LARGE = 'its vectors are one file of several GB, and a run reads files of up to 512 MB';

export const CATALOG: readonly DataSet[] = [
  {
    id: 'fashion-mnist',
    title: 'Fashion-MNIST',
    names: ['FashionMNIST'],
    about: '70,000 grey pictures of clothes in 10 classes, by Zalando Research (MIT licence)',
    files: FASHION_MNIST,
  },
  {
    id: 'mnist',
    title: 'MNIST',
    names: ['MNIST'],
    about: '70,000 grey pictures of digits, by Y. LeCun, C. Cortes and C. Burges',
    files: MNIST,
  },
  {
    id: 'airfoil',
    title: 'Airfoil Self-Noise',
    names: ['airfoil'],
    about: 'measurements of noise in a wind tunnel, by NASA, from the UCI repository',
    files: [book('airfoil_self_noise.dat', '76e5be1548fd8222e5074cf0faae75edff8cf93f', 0.06)],
  },
  {
    id: 'kaggle-house',
    title: 'Kaggle house prices',
    names: ['kaggle_house_train', 'kaggle_house_test'],
    about: 'houses in Ames, Iowa, and their prices, by D. De Cock; the rules of the Kaggle competition apply',
    files: [
      book('kaggle_house_pred_train.csv', '585e9cc93e70b39160e7921475f9bcd7d31219ce', 0.46),
      book('kaggle_house_pred_test.csv', 'fa19780a7b011d9b009e8bff8e99922a8ee2eb90', 0.45),
    ],
  },
  {
    id: 'time-machine',
    title: 'The Time Machine',
    names: ['time_machine'],
    about: 'the novel by H. G. Wells, from Project Gutenberg (public domain in the USA)',
    files: [book('timemachine.txt', '090b5e7e70c295757f55df93cb0a180b9691891a', 0.18)],
  },
  {
    id: 'fra-eng',
    title: 'English-French sentences',
    names: ['fra-eng'],
    about: 'pairs of sentences of the Tatoeba Project (CC BY 2.0 FR)',
    files: [book('fra-eng.zip', '94646ad1522d915e7b0f9296181140edcf86a4f5', 6, 24)],
  },
  {
    id: 'hotdog',
    title: 'Hot dogs',
    names: ['hotdog'],
    about: 'pictures with and without a hot dog, collected for the book',
    files: [book('hotdog.zip', 'fba480ffa8aa7e0febbb511d181409f899b9baa5', 270, 280)],
  },
  {
    id: 'banana-detection',
    title: 'Banana detection',
    names: ['banana-detection'],
    about: '1,000 made pictures with a banana somewhere in each, made for the book',
    files: [book('banana-detection.zip', '5de26c8fce5ccdea9f91267273464dc968d20d72', 27, 30)],
  },
  {
    id: 'voc2012',
    title: 'Pascal VOC 2012',
    names: ['voc2012'],
    about: "pictures with objects and their outlines; the terms of use of the pictures' owners apply",
    files: [book('VOCtrainval_11-May-2012.tar', '4e443f8a2eca6b1dac8a6c57641b67dd40621a49', 2000, 2000)],
  },
  {
    id: 'cifar10-tiny',
    title: 'CIFAR-10, a small part',
    names: ['cifar10_tiny'],
    about: '1,000 of the pictures of CIFAR-10, by A. Krizhevsky',
    files: [book('kaggle_cifar10_tiny.zip', '2068874e4b9a9f0fb07ebe0ad2b29754449ccacd', 3, 4)],
  },
  {
    id: 'cifar10',
    title: 'CIFAR-10',
    names: ['CIFAR10'],
    about: '60,000 small colour pictures in 10 classes, by A. Krizhevsky',
    files: [
      published(
        'cifar-10-python.tar.gz',
        ['https://www.cs.toronto.edu/~kriz/cifar-10-python.tar.gz'],
        ['md5', 'c58f30108f718f92721af3b95e74349a'],
        [170_498_071, 186 * MB],
      ),
    ],
  },
  {
    id: 'dog-tiny',
    title: 'Dog breeds, a small part',
    names: ['dog_tiny'],
    about: '1,000 of the pictures of the Stanford Dogs; the rules of the Kaggle competition apply',
    files: [book('kaggle_dog_tiny.zip', '0cb91d09b814ecdc07b50f31f8dcad3e81d6a86d', 40, 45)],
  },
  {
    id: 'ptb',
    title: 'Penn Treebank',
    names: ['ptb'],
    about:
      "sentences of the Wall Street Journal, as T. Mikolov prepared them; the Treebank's licence applies",
    files: [book('ptb.zip', '319d85e578af0cdc590547f26231e4e31cdf1e42', 5, 6)],
  },
  {
    id: 'glove-6b-50d',
    title: 'GloVe, 6B tokens, 50 numbers',
    names: ['glove.6b.50d'],
    about: 'vectors of 400,000 words, by Stanford (public domain, PDDL)',
    files: [book('glove.6B.50d.zip', '0b8703943ccdb6eb788e6f091b8946e82231bc4d', 70, 171)],
  },
  {
    id: 'glove-6b-100d',
    title: 'GloVe, 6B tokens, 100 numbers',
    names: ['glove.6b.100d'],
    about: 'vectors of 400,000 words, by Stanford (public domain, PDDL)',
    files: [book('glove.6B.100d.zip', 'cd43bfb07e44e6f27cbcc7bc9ae3d80284fdaf5a', 134, 347)],
  },
  {
    id: 'glove-42b-300d',
    title: 'GloVe, 42B tokens, 300 numbers',
    names: ['glove.42b.300d'],
    about: 'vectors of 1.9 million words, by Stanford (public domain, PDDL)',
    files: [book('glove.42B.300d.zip', 'b5116e234e9eb9076672cfeabf5469f3eec904fa', 1880, 5000)],
    unusable: TOO_LARGE,
  },
  {
    id: 'wiki-en',
    title: 'fastText, English',
    names: ['wiki.en'],
    about: 'vectors of 2.5 million words, by Facebook (CC BY-SA 3.0)',
    files: [book('wiki.en.zip', 'c1816da3821ae9f43899be655002f6c723e91b88', 6000, 6600)],
    unusable: TOO_LARGE,
  },
  {
    id: 'wikitext-2',
    title: 'WikiText-2',
    names: ['wikitext-2'],
    about: 'articles of Wikipedia, by Salesforce Research (CC BY-SA 3.0)',
    files: [
      published(
        'wikitext-2-v1.zip',
        ['https://s3.amazonaws.com/research.metamind.io/wikitext/wikitext-2-v1.zip'],
        ['sha1', '3c914d17d80b1459be871a5039ac23e752a53cbe'],
        [4_475_746, 13 * MB],
      ),
    ],
  },
  {
    id: 'imdb',
    title: 'IMDb reviews',
    names: ['aclImdb'],
    about: '50,000 reviews of films, by A. Maas, Stanford',
    files: [book('aclImdb_v1.tar.gz', '01ada507287d82875905620988597833ad4e0903', 84, 230)],
  },
  {
    id: 'snli',
    title: 'Stanford Natural Language Inference',
    names: ['SNLI'],
    about: '570,000 pairs of sentences, by Stanford (CC BY-SA 4.0)',
    files: [
      published(
        'snli_1.0.zip',
        ['https://nlp.stanford.edu/projects/snli/snli_1.0.zip'],
        ['sha1', '9fcde07509c7e87ec61c640c1b2753d9041758e4'],
        [94_550_081, 720 * MB],
      ),
    ],
  },
  {
    id: 'pokemon',
    title: 'Pokémon sprites',
    names: ['pokemon'],
    about: '40,000 small pictures of Pokémon, from PokémonDB; their owners’ rights apply',
    files: [book('pokemon.zip', 'c065c0e2593b8b161a2d7873e42418bf6a21106c', 98, 110)],
  },
];

/** The set of an id, or that programs ask for by a name; undefined when the list has none. */
export function findDataSet(name: string, catalog: readonly DataSet[] = CATALOG): DataSet | undefined {
  return catalog.find(({ id, names }) => id === name || names.includes(name));
}
