from d2l import torch as d2l

words = 'the time traveller for so it will be convenient to speak of him the time the'.split()
vocab = d2l.Vocab(words, min_freq=2, reserved_tokens=['<pad>'])
print(len(vocab), vocab.idx_to_token, vocab.token_freqs[:4])
print(vocab['the'], vocab[['time', 'machine']], vocab.unk, vocab.to_tokens([0, 1]), vocab.to_tokens(2))
print(d2l.Vocab([['a', 'b'], ['a', 'c']]).token_freqs)
print(d2l.tokenize(['to be', 'or not'], 'word'), d2l.tokenize(['ab'], 'char'))
d2l.tokenize(['a'], 'letter')
