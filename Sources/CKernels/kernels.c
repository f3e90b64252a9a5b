// The public functions: each asks the table of the instruction set that was chosen.
#include "CKernels.h"
#include "kernel_table.h"

#include <string.h>

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

void convolution_forward(
    const struct convolution *c, size_t first, size_t end, const float *input,
    const float *packed, const float *bias, float *output, uint8_t *winners, float *scratch) {
    chosen()->convolution_forward(
        c, first, end, input, packed, bias, output, winners, scratch);
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

void convolution_pack(const struct convolution *c, const float *weights, float *packed) {
    const size_t rows = c->kernel_height * c->kernel_width * c->inputs;
    const size_t outputs = padded_channels(c->outputs);
    memset(packed, 0, rows * outputs * sizeof(float));
    for (size_t row = 0; row < rows; row++)
        memcpy(packed + row * outputs, weights + row * c->outputs, c->outputs * sizeof(float));
}

static void pack_windows(const struct convolution *c, const float *weights, float *packed) {
    const size_t run = c->kernel_width * c->inputs, padded_run = padded_channels(run);
    memset(packed, 0, c->outputs * c->kernel_height * padded_run * sizeof(float));
    for (size_t o = 0; o < c->outputs; o++)
        for (size_t u = 0; u < c->kernel_height; u++)
            for (size_t k = 0; k < run; k++)
                packed[(o * c->kernel_height + u) * padded_run + k] =
                    weights[(u * run + k) * c->outputs + o];
}

void convolution_pack_turned(const struct convolution *c, const float *weights, float *packed) {
    if (convolution_adds_windows(c)) {
        pack_windows(c, weights, packed);
        return;
    }
    const size_t taps = c->kernel_height * c->kernel_width;
    const size_t inputs = padded_channels(c->inputs), outputs = padded_channels(c->outputs);
    memset(packed, 0, taps * outputs * inputs * sizeof(float));
    for (size_t tap = 0; tap < taps; tap++)
        for (size_t i = 0; i < c->inputs; i++)
            for (size_t o = 0; o < c->outputs; o++)
                packed[((taps - 1 - tap) * outputs + o) * inputs + i] =
                    weights[(tap * c->inputs + i) * c->outputs + o];
}

static size_t padded_image(const struct convolution *c) {
    return (c->height + 2 * c->padding) * (c->width + 2 * c->padding) * c->inputs;
}

size_t convolution_forward_scratch(const struct convolution *c) {
    return padded_image(c) + 2 * c->out_width * padded_channels(c->outputs);
}

size_t convolution_backward_scratch(const struct convolution *c) {
    if (convolution_adds_windows(c)) {
        const size_t pixels = (c->out_height / 2) * (c->out_width / 2);
        const size_t kernel = c->kernel_height * padded_channels(c->kernel_width * c->inputs);
        // Counters, sums, shares and starts for each output; two images with room behind them.
        return c->outputs * (2 + kernel + 2 * pixels) + 2 * (padded_image(c) + CHANNEL_BLOCK);
    }
    return padded_image(c) + (c->height + (c->kernel_height - 1) * c->dilation) *
        (c->width + (c->kernel_width - 1) * c->dilation) * padded_channels(c->outputs);
}
