import random
from collections import Counter

from d2l import torch as d2l

random.seed(1)
sentences = [f'w{i} w{i % 3} w{i % 5} rare'.split() for i in range(40)]
vocab = d2l.Vocab(sentences, min_freq=2)
kept, counter = d2l.subsample(sentences, vocab)
print(len(vocab), sum(map(len, kept)), counter.most_common(3))
centers, contexts = d2l.get_centers_and_contexts([list(range(7)), list(range(7, 10)), [1]], 2)
print(centers, contexts)
generator = d2l.RandomGenerator([2, 3, 4])
print([generator.draw() for _ in range(10)])
print(d2l.get_negatives([[1, 2], [3]], vocab, Counter({token: 3 for token in vocab.idx_to_token}), 2))
print(d2l.batchify([(1, [2, 2], [3, 3, 3, 3]), (1, [2, 2, 2], [3, 3])]))
