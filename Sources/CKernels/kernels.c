// The public functions: each asks the table of the instruction set that was chosen.
#include "CKernels.h"
#include "kernel_table.h"

static const struct kernel_table *chosen(void) {
#if defined(__x86_64__)
    const int set = kernels_instruction_set();
    if (set == 2) return &kernels_avx512;
    if (set == 1) return &kernels_avx2;
#endif
    return &kernels_generic;
}

void matrix_product_block(
    const struct matrix_product *product, const struct matrix_block *block, const float *a,
    const float *b, const float *bias, float *c) {
    chosen()->matrix_product_block(product, block, a, b, bias, c);
}

size_t convolution_packed_count(const struct convolution *c) {
    return chosen()->convolution_packed_count(c);
}

void convolution_pack(
    const struct convolution *c, const float *weights, const float *bias, float *packed) {
    chosen()->convolution_pack(c, weights, bias, packed);
}

size_t convolution_turned_count(const struct convolution *c) {
    return chosen()->convolution_turned_count(c);
}

void convolution_pack_turned(const struct convolution *c, const float *weights, float *packed) {
    chosen()->convolution_pack_turned(c, weights, packed);
}

void convolution_forward(
    const struct convolution *c, size_t first, size_t end, const float *input,
    const float *packed, float *output, uint8_t *winners, float *scratch) {
    chosen()->convolution_forward(c, first, end, input, packed, output, winners, scratch);
}

void convolution_backward(
    const struct convolution *c, size_t first, size_t end, const float *input,
    const float *packed_turned, const float *output, const uint8_t *winners,
    const float *gradient, float *weight_gradient, float *bias_gradient, float *input_gradient,
    float *scratch) {
    chosen()->convolution_backward(
        c, first, end, input, packed_turned, output, winners, gradient, weight_gradient,
        bias_gradient, input_gradient, scratch);
}

void adam_update(
    const struct adam_step *step, size_t count, float *parameter, float *mean, float *square,
    const float *gradient) {
    chosen()->adam_update(step, count, parameter, mean, square, gradient);
}

void batch_statistics(
    size_t rows, size_t features, const float *x, float *mean, float *squares, float *scratch) {
    chosen()->batch_statistics(rows, features, x, mean, squares, scratch);
}

void batch_gradient_sums(
    size_t rows, size_t features, const float *x, const float *mean, const float *gradient,
    float *sums, float *products, float *scratch) {
    chosen()->batch_gradient_sums(rows, features, x, mean, gradient, sums, products, scratch);
}

void batch_combine(
    size_t rows, size_t features, const float *x, const struct batch_combination *c, float *out,
    float *scratch) {
    chosen()->batch_combine(rows, features, x, c, out, scratch);
}

void layer_normalize(
    size_t rows, size_t features, const float *x, const float *scale, const float *shift,
    float epsilon, float *out, float *means, float *variances) {
    chosen()->layer_normalize(
        rows, features, x, scale, shift, epsilon, out, means, variances);
}

void layer_gradients(
    size_t rows, size_t features, const float *x, const float *scale, float epsilon,
    const float *means, const float *variances, const float *gradient, float *scale_sums,
    float *shift_sums, float *input_gradient) {
    chosen()->layer_gradients(
        rows, features, x, scale, epsilon, means, variances, gradient, scale_sums, shift_sums,
        input_gradient);
}

void gru_step(
    size_t rows, size_t hidden, const float *seen, const float *remembered, const float *state,
    float *gates, float *next) {
    chosen()->gru_step(rows, hidden, seen, remembered, state, gates, next);
}

void gru_gradients(
    size_t rows, size_t hidden, const float *gates, const float *state, const float *gradient,
    float *seen, float *remembered, float *state_gradient) {
    chosen()->gru_gradients(
        rows, hidden, gates, state, gradient, seen, remembered, state_gradient);
}

void lstm_step(
    size_t rows, size_t hidden, const float *seen, const float *remembered, const float *cell,
    float *gates, float *next_cell, float *next) {
    chosen()->lstm_step(rows, hidden, seen, remembered, cell, gates, next_cell, next);
}

void lstm_gradients(
    size_t rows, size_t hidden, const float *gates, const float *cell, const float *next_cell,
    const float *gradient, const float *next_cell_gradient, float *sums, float *cell_gradient) {
    chosen()->lstm_gradients(
        rows, hidden, gates, cell, next_cell, gradient, next_cell_gradient, sums, cell_gradient);
}

double nearest_centroids(
    size_t features, size_t clusters, const float *centroids, size_t count,
    const float *samples, int32_t *labels, float *scratch) {
    return chosen()->nearest_centroids(
        features, clusters, centroids, count, samples, labels, scratch);
}

void squared_distances(
    size_t features, size_t clusters, const float *centroids, size_t count,
    const float *samples, float *distances, size_t stride, float *scratch) {
    chosen()->squared_distances(
        features, clusters, centroids, count, samples, distances, stride, scratch);
}

void add_to_clusters(
    size_t features, size_t clusters, const float *centroids, size_t count,
    const float *samples, const int32_t *labels, double *sums, int64_t *counts,
    float *scratch) {
    chosen()->add_to_clusters(
        features, clusters, centroids, count, samples, labels, sums, counts, scratch);
}

double mixture_expectation(
    const struct mixture *m, size_t count, const double *samples, double *shares,
    double *log_densities, double *moments, double *scratch) {
    return chosen()->mixture_expectation(
        m, count, samples, shares, log_densities, moments, scratch);
}

void additive_scores(
    size_t places, size_t width, const float *places_part, const float *state_part,
    const float *weights, float *tangents, float *scores) {
    chosen()->additive_scores(
        places, width, places_part, state_part, weights, tangents, scores);
}

void additive_score_gradients(
    size_t places, size_t width, const float *tangents, const float *weights,
    const float *gradient, float *places_gradient, float *state_gradient, float *weight_gradient) {
    chosen()->additive_score_gradients(
        places, width, tangents, weights, gradient, places_gradient, state_gradient,
        weight_gradient);
}

void weighted_rows(
    size_t taps, const float *const *rows, const float *weights, size_t length, float *out) {
    chosen()->weighted_rows(taps, rows, weights, length, out);
}

void change_colors(
    const struct color_change *change, size_t count, const uint8_t *in, uint8_t *out) {
    chosen()->change_colors(change, count, in, out);
}

void linear_of_rgb(size_t count, float *x) { chosen()->linear_of_rgb(count, x); }

void rgb_of_linear(size_t count, float *x) { chosen()->rgb_of_linear(count, x); }

void lab_of_xyz(size_t count, float white_x, float white_z, float *x, float *y, float *z) {
    chosen()->lab_of_xyz(count, white_x, white_z, x, y, z);
}

void hsv_of_rgb(size_t count, float *red, float *green, float *blue) {
    chosen()->hsv_of_rgb(count, red, green, blue);
}

size_t mixture_scratch(const struct mixture *m) {
    // A panel of samples, logarithms, differences from each mean, and the sums of each component.
    const size_t numbers = m->features + m->components * (1 + m->features + mixture_moments(m));
    return numbers * CHANNEL_BLOCK / 2;
}

size_t convolution_forward_scratch(const struct convolution *c) {
    return padded_count(c) + 2 * c->out_width * padded_channels(c->outputs);
}

size_t convolution_backward_scratch(const struct convolution *c) {
    if (convolution_adds_windows(c)) {
        const size_t pixels = (c->out_height / 2) * (c->out_width / 2);
        const size_t kernel = c->kernel_height * padded_channels(c->kernel_width * c->inputs);
        // Counters, sums, shares and starts for each output; two images with room behind them.
        return c->outputs * (2 + kernel + 2 * pixels) + 2 * (padded_count(c) + CHANNEL_BLOCK);
    }
    // The gradient in its border, and room behind it.
    return padded_count(c) + CHANNEL_BLOCK + (c->height + (c->kernel_height - 1) * c->dilation) *
        (c->width + (c->kernel_width - 1) * c->dilation) * c->outputs;
}
