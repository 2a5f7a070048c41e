"""Public names of d2l 1.0.3, by module; made by scripts/record-pytorch-names.py."""

__all__ = ['KNOWN']

KNOWN: dict[str, str] = {
    'd2l.torch': """
        Accumulator AddNorm AdditiveAttention Animator AttentionDecoder BERTEncoder BERTModel BananasDataset
        BasicScheduler Benchmark Classifier DATA_HUB DATA_URL DataModule Decoder DotProductAttention Encoder
        EncoderDecoder F FashionMNIST GRU HPOScheduler HPOSearcher HPOTrainer HPOTuner HyperParameters Image
        LeNet LinearRegression LinearRegressionScratch MTFraEng MaskLM MaskedSoftmaxCELoss Module
        MultiHeadAttention NextSentencePred PositionWiseFFN PositionalEncoding ProgressBoard RNN RNNLM
        RNNLMScratch RNNScratch RandomGenerator RandomSearcher ResNeXtBlock Residual SGD SNLIDataset Seq2Seq
        Seq2SeqEncoder SoftmaxRegression SuccessiveHalvingScheduler SyntheticRegressionData TimeMachine
        Timer TokenEmbedding Trainer TransformerEncoder TransformerEncoderBlock VOCSegDataset VOC_CLASSES
        VOC_COLORMAP Vocab abs accuracy add_to_class annotate arange argmax assign_anchor_to_bbox astype
        backend_inline batch_matmul batchify bbox_to_rect bleu box_center_to_corner box_corner_to_center
        box_iou build_array_nmt check_len check_shape collections concat copyfile corr2d cos cosh cpu d2l
        data defaultdict display distance_matrix download download_extract evaluate_accuracy_gpu
        evaluate_loss exp expand_dims extract eye float32 frozen_lake get_centers_and_contexts get_data_ch11
        get_dataloader_workers get_fashion_mnist_labels get_negatives get_tokens_and_segments gpu
        grad_clipping hashlib hpo_objective_lenet init_cnn init_seq2seq inspect int32 int64 linreg linspace
        load_array load_data_bananas load_data_fashion_mnist load_data_imdb load_data_nmt load_data_ptb
        load_data_snli load_data_voc load_data_wiki log make_env masked_softmax math matmul meshgrid
        multibox_detection multibox_prior multibox_target nms nn nn_Module normal np num_gpus numpy
        offset_boxes offset_inverse ones ones_like os pd plot plt predict_sentiment predict_seq2seq
        predict_snli preprocess_nmt rand randn random rbfkernel re read_csv_labels read_data_bananas
        read_data_nmt read_imdb read_ptb read_snli read_voc_images reduce_mean reduce_sum reorg_test
        reorg_train_valid repeat requests reshape resnet18 sequence_mask set_axes set_figsize sgd
        show_Q_function_progress show_bboxes show_heatmaps show_images show_list_len_pair_hist show_trace_2d
        show_value_function_progress shutil sigmoid sin sinh size split_batch squared_loss stack subsample
        swapaxes synthetic_data sys tanh tarfile tensor time to tokenize tokenize_nmt torch torchvision
        train_2d train_batch_ch13 train_ch11 train_ch13 train_ch6 train_concise_ch11 train_seq2seq
        transforms transpose truncate_pad try_all_gpus try_gpu update_D update_G use_svg_display
        voc_colormap2label voc_label_indices voc_rand_crop zeros zeros_like zipfile
    """,
}
