"""Names of the book's package that are imported when they are first used: which module has them."""

import importlib
from typing import Any

__all__ = ['MODULES', 'NAMES', 'load']

_NAMES = {
    '.classification': 'Classifier SoftmaxRegression',
    '.networks': 'LeNet ResNeXtBlock Residual corr2d init_cnn resnet18',
    '.text': 'TimeMachine Vocab tokenize',
    '.recurrent': 'GRU RNN RNNLM RNNLMScratch RNNScratch',
    '.translation': """
        MTFraEng bleu build_array_nmt load_data_nmt preprocess_nmt read_data_nmt
        show_list_len_pair_hist tokenize_nmt truncate_pad
    """,
    '.encoder_decoder': """
        AttentionDecoder Decoder Encoder EncoderDecoder Seq2Seq Seq2SeqEncoder init_seq2seq
    """,
    '.first_edition_sequences': 'MaskedSoftmaxCELoss predict_seq2seq train_seq2seq',
    '.attention': """
        AdditiveAttention DotProductAttention MultiHeadAttention PositionalEncoding masked_softmax
        sequence_mask
    """,
    '.transformer': 'AddNorm PositionWiseFFN TransformerEncoder TransformerEncoderBlock',
    '.object_detection': """
        assign_anchor_to_bbox bbox_to_rect box_center_to_corner box_corner_to_center box_iou
        multibox_detection multibox_prior multibox_target nms offset_boxes offset_inverse show_bboxes
    """,
    '.fine_tuning': 'split_batch train_batch_ch13 train_ch13',
    '.labelled_files': 'copyfile read_csv_labels reorg_test reorg_train_valid',
    '.word_embeddings': """
        RandomGenerator TokenEmbedding batchify get_centers_and_contexts get_negatives load_data_ptb
        read_ptb subsample
    """,
    '.bert': """
        BERTEncoder BERTModel MaskLM NextSentencePred get_tokens_and_segments load_data_wiki
    """,
    '.text_classification': """
        SNLIDataset load_data_imdb load_data_snli predict_sentiment predict_snli read_imdb read_snli
    """,
    '.hyperparameter_search': """
        BasicScheduler HPOScheduler HPOSearcher HPOTrainer HPOTuner RandomSearcher
        SuccessiveHalvingScheduler hpo_objective_lenet
    """,
    '.adversarial': 'update_D update_G',
    '.gaussian_processes': 'distance_matrix rbfkernel',
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
