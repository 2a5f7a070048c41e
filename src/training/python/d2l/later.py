"""Names of the book's package that are imported when they are first used: which module has them."""

import importlib
from typing import Any

__all__ = ['MODULES', 'NAMES', 'load']

_NAMES = {
    '.classification': 'Classifier SoftmaxRegression',
    '.networks': 'LeNet Residual corr2d init_cnn',
    '.book_models': """
        DropoutMLP DropoutMLPScratch MLP MLPScratch SoftmaxRegressionScratch WeightDecay WeightDecayScratch
        cross_entropy dropout_layer l2_penalty relu softmax
    """,
    '.optimization': 'annotate get_data_ch11 show_trace_2d train_2d train_ch11 train_concise_ch11',
    '.data_files': 'DATA_HUB DATA_URL DataFileMissingError download download_extract extract',
    '.stand_ins': 'make_stand_in',
    '.fashion_mnist': 'FashionMNIST get_fashion_mnist_labels load_data_fashion_mnist',
    '.first_edition_networks': """
        evaluate_accuracy_gpu grad_clipping predict_ch3 train_ch6
    """,
    '.pictures': 'show_heatmaps',
    '.checks': 'Benchmark check_len check_shape',
}
MODULES = {
    'd2l': 'd2l.torch',
    'data': 'torch.utils.data',
    'display': 'IPython.display',
    'backend_inline': 'matplotlib_inline.backend_inline',
    'pd': 'pandas',
    'tarfile': 'tarfile',
    'torchvision': 'torchvision',
    'transforms': 'torchvision.transforms',
}
"""Modules that the book's package imports, by the names that it gives them."""

_OWNERS = {name: module for module, names in _NAMES.items() for name in names.split()}
_ALIASES = {'defaultdict': ('collections', 'defaultdict'), 'nn_Module': ('torch.nn', 'Module')}
NAMES = (*_OWNERS, *MODULES, *_ALIASES)


def load(name: str) -> Any:
    """What the book's package calls `name`; None when it is not among these."""
    if name in _OWNERS:
        return getattr(importlib.import_module(_OWNERS[name], 'd2l'), name)
    if name in MODULES:
        return importlib.import_module(MODULES[name])
    if name in _ALIASES:
        module, own_name = _ALIASES[name]
        return getattr(importlib.import_module(module), own_name)
    return None
