# Solved versions: each cell stands in the place of the one in the workbook's file of the same name.


# %% [5.5.3] When to stop
def early_stop(losses, patience):
    best = 0
    for epoch, loss in enumerate(losses):
        if loss < losses[best]:
            best = epoch
        if epoch - best == patience:
            return epoch, best
    return len(losses) - 1, best


losses = [0.90, 0.71, 0.60, 0.62, 0.58, 0.61, 0.59, 0.63, 0.57, 0.55]
ends, keeps = early_stop(losses, patience=3)
print(f'ends after epoch: {ends}')
print(f'keeps epoch: {keeps}')
patient, best = early_stop(losses, patience=4)
print(f'with more patience it ends after: {patient}')
print(f'and keeps: {best}')
