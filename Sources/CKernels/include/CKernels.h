// The few numeric kernels that choose their instructions at run time, the threads that share their
// work, and the memory that they work on. Matrices and images are row-major; images are [height,
// width, channel], convolution weights [height, width, input, output].
#ifndef CKERNELS_H
#define CKERNELS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// 0: generic, 1: AVX2 with FMA, 2: AVX-512. DEEPTEACHING_INSTRUCTIONS=generic|avx2 lowers it.
int kernels_instruction_set(void);

// Lowers the instruction set for what this thread starts from now on, its parallel parts included;
// 2 or more lifts the limit. Returns the limit that held before.
int kernels_limit_instruction_set(int limit);

// Runs work(context, 0) to work(context, count - 1) on all threads; returns when all are done.
void parallel_run(size_t count, void (*work)(void *context, size_t part), void *context);

// Limits the threads of the parallel runs that this thread starts; 0 lifts the limit. Returns the
// limit that held before.
size_t parallel_limit(size_t threads);

// The threads that share the parts of what this thread starts now.
size_t parallel_threads(void);

// 64-byte aligned memory of at least `bytes` bytes, not initialised; NULL if there is none.
void *buffer_acquire(size_t bytes);

// Gives memory back that buffer_acquire returned for the same number of bytes.
void buffer_release(void *memory, size_t bytes);

// c = act(op(a) op(b) + bias): op(a) is [rows, depth], op(b) [depth, columns]. A transposed matrix
// is stored as [depth, rows], or [columns, depth].
struct matrix_product {
    size_t rows, columns, depth;
    bool transposes_a, transposes_b;
    bool relu;
};

// A block of the product; bias may be NULL, otherwise it has one number a column.
struct matrix_block {
    size_t first_row, end_row, first_column, end_column;
};

void matrix_product_block(
    const struct matrix_product *product, const struct matrix_block *block, const float *a,
    const float *b, const float *bias, float *c);

// One image through a convolution; neighbouring taps of the kernel are `dilation` pixels apart.
// `out_height` and `out_width` are the sizes before pooling; pooling takes the maximum of squares of
// 2 x 2 and drops an odd last row or column.
struct convolution {
    size_t height, width, inputs;
    size_t kernel_height, kernel_width, outputs;
    size_t stride, padding, dilation;
    size_t out_height, out_width;
    bool relu, pooled;
};

// Channel counts are padded with zeros to a multiple of this, so that kernels need no edges.
enum { CHANNEL_BLOCK = 16 };
static inline size_t padded_channels(size_t channels) {
    return (channels + CHANNEL_BLOCK - 1) / CHANNEL_BLOCK * CHANNEL_BLOCK;
}

// Weights and bias as the kernels of the chosen instruction set want them, and how many floats that
// takes. They must be used with the same instruction set.
size_t convolution_packed_count(const struct convolution *c);
void convolution_pack(
    const struct convolution *c, const float *weights, const float *bias, float *packed);

// Weights turned by half a turn, inputs and outputs exchanged: a convolution with them is the
// pullback to the input. Where gradients are added window by window, the weights are only sorted by
// outputs.
size_t convolution_turned_count(const struct convolution *c);
void convolution_pack_turned(const struct convolution *c, const float *weights, float *packed);

// Whether the gradients are added up window by window: where pooling left one gradient of four.
static inline bool convolution_adds_windows(const struct convolution *c) {
    return c->pooled && c->dilation == 1;
}

// How many floats of scratch memory the two functions below need.
size_t convolution_forward_scratch(const struct convolution *c);
size_t convolution_backward_scratch(const struct convolution *c);

// Images first to end - 1 of a batch. `winners` holds one byte for each pooled output: which place
// of its square (0 to 3) was the largest, 255 if the ReLU let none pass. NULL if not pooled.
void convolution_forward(
    const struct convolution *c, size_t first, size_t end, const float *input,
    const float *packed, float *output, uint8_t *winners, float *scratch);

// Adds the gradients of images first to end - 1 to `weight_gradient` [height, width, input, padded
// output] and `bias_gradient` [padded output]; writes `input_gradient` unless that is NULL.
void convolution_backward(
    const struct convolution *c, size_t first, size_t end, const float *input,
    const float *packed_turned, const float *output, const uint8_t *winners,
    const float *gradient, float *weight_gradient, float *bias_gradient, float *input_gradient,
    float *scratch);

// One step of Adam over `count` parameters: the rates are already corrected for the step number.
struct adam_step {
    float rate, first_moment_decay, second_moment_decay, second_moment_scale, epsilon, weight_decay;
};

void adam_update(
    const struct adam_step *step, size_t count, float *parameter, float *mean, float *square,
    const float *gradient);

// Batch normalisation works on rows [row, feature], a block of them at a time. Its scratch memory
// has room for four wide rows.
static inline size_t batch_scratch(size_t features) {
    return 4 * CHANNEL_BLOCK * (features + 8);
}

// The mean of each feature over the rows, and its sum of squared deviations from that mean.
void batch_statistics(
    size_t rows, size_t features, const float *x, float *mean, float *squares, float *scratch);

// The sums of gradient and of gradient (x - mean) over the rows.
void batch_gradient_sums(
    size_t rows, size_t features, const float *x, const float *mean, const float *gradient,
    float *sums, float *products, float *scratch);

// One number for each feature; `gradient` is as large as x, or NULL, and then there is no `rate`.
struct batch_combination {
    const float *mean, *slope, *shift, *rate, *gradient;
};

// out = (x - mean) slope + shift + gradient rate.
void batch_combine(
    size_t rows, size_t features, const float *x, const struct batch_combination *c, float *out,
    float *scratch);

// Layer normalisation: (x - mean) / sqrt(variance + epsilon) scale + shift, with the mean and the
// variance of each row, which are kept for the gradients. Scale and shift are [padded feature].
void layer_normalize(
    size_t rows, size_t features, const float *x, const float *scale, const float *shift,
    float epsilon, float *out, float *means, float *variances);

// Adds the gradients of some rows to `scale_sums` and `shift_sums` [padded feature]; writes
// `input_gradient` unless that is NULL.
void layer_gradients(
    size_t rows, size_t features, const float *x, const float *scale, float epsilon,
    const float *means, const float *variances, const float *gradient, float *scale_sums,
    float *shift_sums, float *input_gradient);

// One step of a gated recurrent unit for some rows. Shares `seen` and `remembered` [row, 3 hidden] in the
// order r, z, n; `state` and `next` [row, hidden]. `gates` [row, 4 hidden] receives r, z, n and the last
// state's share of n.
void gru_step(
    size_t rows, size_t hidden, const float *seen, const float *remembered, const float *state,
    float *gates, float *next);

// What the gradient of a step's state means for both shares, and directly for the state before.
void gru_gradients(
    size_t rows, size_t hidden, const float *gates, const float *state, const float *gradient,
    float *seen, float *remembered, float *state_gradient);

// One step of a long short-term memory for some rows. Shares [row, 4 hidden] in the order i, f, g, o;
// `gates` receives the four gates.
void lstm_step(
    size_t rows, size_t hidden, const float *seen, const float *remembered, const float *cell,
    float *gates, float *next_cell, float *next);

// What the gradients of a step's answer and cell mean for the sums of both shares, and for the cell
// before.
void lstm_gradients(
    size_t rows, size_t hidden, const float *gates, const float *cell, const float *next_cell,
    const float *gradient, const float *next_cell_gradient, float *sums, float *cell_gradient);

// Clustering works on samples [count, feature] and centroids [cluster, feature]. Its scratch memory
// has room for a panel of samples, or for two tables of sums.
static inline size_t centroid_scratch(size_t features, size_t clusters) {
    return (CHANNEL_BLOCK + 2 * clusters) * features;
}

// The nearest centroid of each sample, of equally near ones the first. Returns the sum of the squared
// distances from them.
double nearest_centroids(
    size_t features, size_t clusters, const float *centroids, size_t count,
    const float *samples, int32_t *labels, float *scratch);

// The squared distance of each sample from each centroid, axes [cluster, sample]; the rows of
// `distances` are `stride` apart.
void squared_distances(
    size_t features, size_t clusters, const float *centroids, size_t count,
    const float *samples, float *distances, size_t stride, float *scratch);

// Adds the difference of each sample from its centroid to the sums [cluster, feature] of its cluster,
// and 1 to its count. Differences stay exact where all samples are far from zero.
void add_to_clusters(
    size_t features, size_t clusters, const float *centroids, size_t count,
    const float *samples, const int32_t *labels, double *sums, int64_t *counts,
    float *scratch);

// A mixture of normal distributions: each component has a mean [feature]; a lower triangular matrix W
// [feature, feature] with W' W = the inverse of its covariance, or only its diagonal [feature]; and the
// logarithm of its weight and of its density at the mean, summed.
struct mixture {
    size_t features, components;
    bool diagonal;
    const double *means, *whitening, *constants;
};

// How many sums a component has: of shares, of share x [feature], and of share x x' (its lower
// triangle row by row, or its diagonal), x being differences from its mean.
static inline size_t mixture_moments(const struct mixture *m) {
    const size_t squares = m->diagonal ? m->features : m->features * (m->features + 1) / 2;
    return 1 + m->features + squares;
}

// How many doubles of scratch memory the function below needs.
size_t mixture_scratch(const struct mixture *m);

// Writes the share that each component has in each sample [count, component], and the logarithm of
// each sample's density; adds to the moments [component, moment]. All three may be NULL. Returns the
// sum of the logarithms.
double mixture_expectation(
    const struct mixture *m, size_t count, const double *samples, double *shares,
    double *log_densities, double *moments, double *scratch);

// Additive attention over the places of one grid [place, width] for one state [width]: writes
// t = tanh(place + state) [place, width], and the scores, sum over j of weights[j] t[place][j].
void additive_scores(
    size_t places, size_t width, const float *places_part, const float *state_part,
    const float *weights, float *tangents, float *scores);

// What the gradient of the scores [place] means: writes that of the places' parts, and adds to those of
// the state's part and of the weights.
void additive_score_gradients(
    size_t places, size_t width, const float *tangents, const float *weights,
    const float *gradient, float *places_gradient, float *state_gradient, float *weight_gradient);

// out[i] = sum over t of weights[t] rows[t][i], for `length` numbers.
void weighted_rows(
    size_t taps, const float *const *rows, const float *weights, size_t length, float *out);

// What happens to the colours of a picture: each of red, green and blue becomes
// gain x + luma Y + offset, Y being the luma of the pixel, and is kept from 0 to 255; then the hue
// turns by `hue` sixths of the circle, from 0 up to 6.
struct color_change {
    float gain, luma, offset, hue;
};

// Changes `count` pixels of red, green and blue bytes; `out` may be `in`.
void change_colors(
    const struct color_change *change, size_t count, const uint8_t *in, uint8_t *out);

// Steps between colour spaces, in place, `count` numbers of each channel: sRGB to light and back
// (kept from 0 to 1), XYZ to CIE Lab with a white of X and Z (Y is 1), RGB to hue in degrees,
// saturation and value. What is not a number becomes 0 in rgb_of_linear, and stays so elsewhere.
void linear_of_rgb(size_t count, float *x);
void rgb_of_linear(size_t count, float *x);
void lab_of_xyz(size_t count, float white_x, float white_z, float *x, float *y, float *z);
void hsv_of_rgb(size_t count, float *red, float *green, float *blue);

#endif
