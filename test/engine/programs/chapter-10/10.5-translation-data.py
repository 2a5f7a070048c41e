from d2l import torch as d2l

PAIRS = """Go.\tVa !
Hi.\tSalut !
Run!\tCours !
Who?\tQui ?
Wow!\tÇa alors !
I lost.\tJ'ai perdu.
I won!\tJ'ai gagné !
I'm home.\tJe suis chez moi.
He's calm.\tIl est calme.
Go on.\tPoursuis.
"""


class Phrases(d2l.MTFraEng):
    def _download(self):
        return PAIRS


data = Phrases(batch_size=3, num_steps=5, num_train=7, num_val=2)
print(len(data.src_vocab), data.tgt_vocab.idx_to_token)
print([array.shape for array in data.arrays], data.arrays[2], data.arrays[2].dtype)
source, target, lengths, labels = next(iter(data.train_dataloader()))
print(source, target, lengths, labels)
print(data.build(['go .', 'wow !'], ['va !', 'ça alors !']))
text = d2l.preprocess_nmt('Go now!\u202fHi ,you.')
print(repr(text), d2l.tokenize_nmt('a b\tc d\ne\tf\ng\th', 1), d2l.truncate_pad([1, 2], 4, 0))
vocab = d2l.Vocab([['go', '.']], reserved_tokens=['<pad>', '<bos>', '<eos>'])
print(d2l.build_array_nmt([['go', '.'], ['go', 'on', '.', '!']], vocab, 4))
print([d2l.bleu(p, "il est calme .", k=2) for p in ('il est calme .', 'il est .', 'va !', 'il il il il')])
