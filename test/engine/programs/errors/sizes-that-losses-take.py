import torch
from torch.nn import functional as F


def tried(name, compute):
    try:
        result = compute()
    except Exception as error:
        print(f'{name}: {type(error).__name__}: {error}')
    else:
        print(f'{name}: {result.dtype} {tuple(result.shape)}')


for inputs, targets in (
    ((3, 4), (3,)),
    ((3, 4), ()),
    ((3, 4), (1,)),
    ((3, 4), (3, 1)),
    ((4,), ()),
    ((4,), (1,)),
    ((4,), (2,)),
    ((3, 4, 2), (3, 3)),
    ((3, 4, 2), (3, 2, 1)),
    ((3, 4, 2), (2, 2)),
    ((3, 4, 2, 2), (3, 2)),
    ((3, 4, 2, 2), (3, 2, 3)),
    ((3, 4, 2, 2, 2), (3, 2, 2, 3)),
    ((3, 0), (3,)),
    ((), ()),
):
    x, classes = torch.ones(inputs), torch.zeros(targets, dtype=torch.int64)
    name = f'{inputs} {targets}'
    tried(f'nll_loss {name}', lambda x=x, classes=classes: F.nll_loss(x, classes))
    tried(f'cross_entropy {name}', lambda x=x, classes=classes: F.cross_entropy(x, classes))
    tried(f'with weights {name}', lambda x=x, classes=classes: F.nll_loss(x, classes, torch.ones(9)))
    tried(f'cosine {name}', lambda x=x, y=classes: F.cosine_embedding_loss(x, x, y.float()))
    tried(f'ranking {name}', lambda x=x, y=classes: F.margin_ranking_loss(x, x, y.float()))
x, y, three = torch.rand(3, 4), torch.rand(3, 4), torch.rand(2, 3, 4)
tried('soft_margin_loss', lambda: F.soft_margin_loss(x, three))
tried('targets beyond 1', lambda: F.binary_cross_entropy(x, y + 1))
tried('inputs beyond 1', lambda: F.binary_cross_entropy(x + 1, y))
tried('targets that are no numbers', lambda: F.binary_cross_entropy(x, y * float('nan')))
tried('weights', lambda: F.binary_cross_entropy(x, y, three))
tried('weights of scores', lambda: F.binary_cross_entropy_with_logits(x, y, three))
tried('positive weights', lambda: F.binary_cross_entropy_with_logits(x, y, pos_weight=three))
tried('weights of margins', lambda: F.multi_margin_loss(x, torch.tensor([0, 1, 2]), weight=torch.ones(3)))
tried('labels', lambda: F.multilabel_margin_loss(x, torch.full((3, 4), 4)))
tried('distances', lambda: F.triplet_margin_with_distance_loss(x, x[0], x))
