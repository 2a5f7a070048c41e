# %%
import os
import random

import torch
from d2l import torch as d2l

d2l.DATA_HUB['wikitext-2'] = (
    'https://s3.amazonaws.com/research.metamind.io/wikitext/wikitext-2-v1.zip',
    '3c914d17d80b1459be871a5039ac23e752a53cbe',
)


def _read_wiki(data_dir):
    file_name = os.path.join(data_dir, 'wiki.train.tokens')
    with open(file_name, 'r') as f:
        lines = f.readlines()
    paragraphs = [line.strip().lower().split(' . ') for line in lines if len(line.split(' . ')) >= 2]
    random.shuffle(paragraphs)
    return paragraphs


data_dir = d2l.download_extract('wikitext-2', 'wikitext-2')
paragraphs = _read_wiki(data_dir)
len(paragraphs), paragraphs[0]

# %%
words = [d2l.tokenize(paragraph, token='word') for paragraph in paragraphs]
print(d2l._get_next_sentence(words[0][0], words[0][0], words))
vocab = d2l.Vocab([s for p in words for s in p], min_freq=2, reserved_tokens=['<pad>', '<mask>', '<cls>', '<sep>'])
pairs = d2l._get_nsp_data_from_paragraph(words[1], words, vocab, 32)
pairs[:1]

# %%
tokens = ['<cls>', 'the', 'river', 'reached', 'a', 'story', '<sep>']
print(d2l._replace_mlm_tokens(tokens, [1, 2, 3, 4, 5], 3, vocab))
d2l._get_mlm_data_from_tokens(tokens, vocab)

# %%
examples = [(*d2l._get_mlm_data_from_tokens(t, vocab), s, n) for t, s, n in pairs]
columns = d2l._pad_bert_inputs(examples, 24, vocab)
[column[0] for column in columns]

# %%
batch_size, max_len = 8, 32
train_iter, vocab = d2l.load_data_wiki(batch_size, max_len)
for tokens_X, segments_X, valid_lens_x, pred_positions_X, mlm_weights_X, mlm_Y, nsp_y in train_iter:
    print(
        tokens_X.shape,
        segments_X.shape,
        valid_lens_x.shape,
        pred_positions_X.shape,
        mlm_weights_X.shape,
        mlm_Y.shape,
        nsp_y.shape,
    )
    break

# %%
len(vocab), valid_lens_x, tokens_X[0]
