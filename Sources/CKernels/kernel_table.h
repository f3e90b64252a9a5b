// The kernels of one instruction set.
#ifndef KERNEL_TABLE_H
#define KERNEL_TABLE_H

#include "CKernels.h"

struct kernel_table {
    __typeof__(matrix_product_block) *matrix_product_block;
    __typeof__(convolution_packed_count) *convolution_packed_count;
    __typeof__(convolution_pack) *convolution_pack;
    __typeof__(convolution_turned_count) *convolution_turned_count;
    __typeof__(convolution_pack_turned) *convolution_pack_turned;
    __typeof__(convolution_forward) *convolution_forward;
    __typeof__(convolution_backward) *convolution_backward;
    __typeof__(adam_update) *adam_update;
    __typeof__(batch_statistics) *batch_statistics;
    __typeof__(batch_gradient_sums) *batch_gradient_sums;
    __typeof__(batch_combine) *batch_combine;
    __typeof__(layer_normalize) *layer_normalize;
    __typeof__(layer_gradients) *layer_gradients;
    __typeof__(gru_step) *gru_step;
    __typeof__(gru_gradients) *gru_gradients;
    __typeof__(lstm_step) *lstm_step;
    __typeof__(lstm_gradients) *lstm_gradients;
    __typeof__(nearest_centroids) *nearest_centroids;
    __typeof__(squared_distances) *squared_distances;
    __typeof__(add_to_clusters) *add_to_clusters;
    __typeof__(mixture_expectation) *mixture_expectation;
    __typeof__(additive_scores) *additive_scores;
    __typeof__(additive_score_gradients) *additive_score_gradients;
    __typeof__(weighted_rows) *weighted_rows;
    __typeof__(change_colors) *change_colors;
    __typeof__(linear_of_rgb) *linear_of_rgb;
    __typeof__(rgb_of_linear) *rgb_of_linear;
    __typeof__(lab_of_xyz) *lab_of_xyz;
    __typeof__(hsv_of_rgb) *hsv_of_rgb;
};

// The numbers of an image with its border of zeros.
static inline size_t padded_count(const struct convolution *c) {
    return (c->height + 2 * c->padding) * (c->width + 2 * c->padding) * c->inputs;
}

extern const struct kernel_table kernels_generic, kernels_avx2, kernels_avx512;

#endif
