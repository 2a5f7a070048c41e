# 5.5 Generalization in deep learning: exercises of section 5.5 of
# Dive into Deep Learning.
#
# Each cell with a number is an exercise. It says what to do, and runs as it
# stands: "Run D2L exercise" above it.


# %% [5.5.3] When to stop
# With a patience of p a training ends when the validation loss has not fallen below
# its lowest value for p epochs in a row, and the weights of the best epoch are kept.
#
# Your task: complete early_stop(). It gets the losses epoch by epoch, and returns the
# epoch after which the training ends and the one that is kept, both counted from 0.
# Without such a stretch it ends with the last epoch.
def early_stop(losses, patience):
    best = min(range(len(losses)), key=lambda epoch: losses[epoch])
    return len(losses) - 1, best


losses = [0.90, 0.71, 0.60, 0.62, 0.58, 0.61, 0.59, 0.63, 0.57, 0.55]
ends, keeps = early_stop(losses, patience=3)
print(f'ends after epoch: {ends}')
print(f'keeps epoch: {keeps}')
patient, best = early_stop(losses, patience=4)
print(f'with more patience it ends after: {patient}')
print(f'and keeps: {best}')

# region Hint
# Go through the epochs in their order and remember the best one so far: a training
# does not know what is still to come.
# endregion
