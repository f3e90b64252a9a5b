// A convolution as a matrix product that never builds its left matrix: the rows of a tile are
// neighbouring pixels, and since the channels of neighbouring pixels stand side by side, one row of
// the kernel is one run of numbers in the padded image.

struct image_size {
    size_t height, width, channels;
};

// The image with `padding` zeros around it; `padded` has zeros there already.
static void pad(struct image_size size, size_t padding, const float *image, float *padded) {
    const size_t row = size.width * size.channels;
    const size_t padded_row = (size.width + 2 * padding) * size.channels;
    for (size_t y = 0; y < size.height; y++)
        memcpy(
            padded + (y + padding) * padded_row + padding * size.channels, image + y * row,
            row * sizeof(float));
}

// What a row of results is made from.
struct row_source {
    const float *image;                          // padded
    size_t row_stride, inputs, stride;           // of the padded image
    size_t dilation;
    size_t kernel_height, kernel_width;
    const float *weights, *bias;                 // padded outputs; bias may be NULL
    size_t weight_stride;
};

// One tile of the results. With a dilation a row of the kernel is no longer one run of numbers: its
// taps are runs of their own, and the rows are added up one after the other.
static void convolve_tile(
    const struct row_source *s, const float *left[ROWS], const float *weights,
    const struct target *target) {
    if (s->dilation == 1) {
        const struct runs runs = {
            .count = s->kernel_height, .length = s->kernel_width * s->inputs, .step = 1,
            .stride = s->row_stride, .right_stride = s->weight_stride};
        tile(left, weights, &runs, target);
        return;
    }
    const struct runs runs = {
        .count = s->kernel_width, .length = s->inputs, .step = 1,
        .stride = s->dilation * s->inputs, .right_stride = s->weight_stride};
    struct target sums = *target;
    for (size_t u = 0; u < s->kernel_height; u++) {
        sums.relu = target->relu && u + 1 == s->kernel_height;
        tile(left, weights, &runs, &sums);
        sums.start = target->out;
        sums.start_stride = target->out_stride;
        for (size_t r = 0; r < ROWS; r++) left[r] += s->dilation * s->row_stride;
        weights += s->kernel_width * s->inputs * s->weight_stride;
    }
}

// Row y of the results: `width` pixels of `outputs` channels, `out_stride` apart.
static void convolve_row(
    const struct row_source *s, size_t y, size_t width, size_t outputs, bool relu, float *out,
    size_t out_stride) {
    const float *row = s->image + y * s->stride * s->row_stride;
    for (size_t j = 0; j < outputs; j += PANEL) {
        for (size_t x = 0; x < width; x += ROWS) {
            const struct target target = {
                .start = s->bias ? s->bias + j : NULL, .out = out + x * out_stride + j,
                .out_stride = out_stride, .rows = smaller(ROWS, width - x),
                .columns = smaller(PANEL, outputs - j), .relu = relu};
            const float *left[ROWS];
            for (size_t r = 0; r < ROWS; r++)
                left[r] = row + (x + (r < target.rows ? r : 0)) * s->stride * s->inputs;
            convolve_tile(s, left, s->weights + j, &target);
        }
    }
}

// Copies the channels of one vector; a whole vector without a call.
static inline __attribute__((always_inline)) void copy(
    void *to, const void *from, size_t channels, size_t size) {
    if (channels == LANES) memcpy(to, from, LANES * size);
    else memcpy(to, from, channels * size);
}

// The maximum of a square of 2 x 2 pixels in each of LANES channels, and which of the four it was.
// Starting at 0 instead of the first pixel is the ReLU; not-a-number wins, since it must be seen.
static inline vector largest(const float *const pixels[4], bool relu, bytes *winners) {
    vector best = relu ? (vector){0} : load(pixels[0]);
    integers winner = {0};
    if (relu) winner += 255;
    for (int place = 0; place < 4; place++) {
        const vector value = load(pixels[place]);
        const integers stays = (value <= best) | (best != best);
        best = (vector)(((integers)best & stays) | ((integers)value & ~stays));
        winner = (winner & stays) | (place & ~stays);
    }
    *winners = __builtin_convertvector(winner, bytes);
    return best;
}

// Pools two rows whose pixels are `stride` apart, a whole number of vectors.
static void pool_rows(
    const struct convolution *c, const float *upper, const float *lower, size_t stride, float *out,
    uint8_t *winners) {
    for (size_t x = 0; x < c->out_width / 2; x++) {
        for (size_t k = 0; k < c->outputs; k += LANES) {
            const size_t at = 2 * x * stride + k, channels = smaller(LANES, c->outputs - k);
            const float *const pixels[4] = {
                upper + at, upper + at + stride, lower + at, lower + at + stride};
            bytes winner;
            const vector best = largest(pixels, c->relu, &winner);
            copy(winners + x * c->outputs + k, &winner, channels, 1);
            copy(out + x * c->outputs + k, &best, channels, sizeof(float));
        }
    }
}

static void NAME(convolution_forward)(
    const struct convolution *c, size_t first, size_t end, const float *input,
    const float *packed, const float *bias, float *output, uint8_t *winners, float *scratch) {
    const struct image_size size = {c->height, c->width, c->inputs};
    const size_t padded_width = c->width + 2 * c->padding;
    const size_t padded_count = (c->height + 2 * c->padding) * padded_width * c->inputs;
    const size_t row_count = c->out_width * c->outputs;
    const size_t pixel = whole_vectors(c->outputs);  // of the rows that wait to be pooled
    const size_t pooled_row = c->out_width / 2 * c->outputs;
    float *const padded = scratch, *const rows = scratch + padded_count;
    struct row_source source = {
        .row_stride = padded_width * c->inputs, .inputs = c->inputs, .stride = c->stride,
        .kernel_height = c->kernel_height, .kernel_width = c->kernel_width,
        .dilation = c->dilation, .weights = packed, .bias = bias,
        .weight_stride = padded_channels(c->outputs)};
    if (c->padding) memset(padded, 0, padded_count * sizeof(float));
    for (size_t image = first; image < end; image++) {
        source.image = input + image * c->height * c->width * c->inputs;
        if (c->padding) {
            pad(size, c->padding, source.image, padded);
            source.image = padded;
        }
        if (!c->pooled) {
            float *out = output + image * c->out_height * row_count;
            for (size_t y = 0; y < c->out_height; y++)
                convolve_row(
                    &source, y, c->out_width, c->outputs, c->relu, out + y * row_count,
                    c->outputs);
            continue;
        }
        const size_t out = image * (c->out_height / 2) * pooled_row;
        for (size_t y = 0; y < c->out_height / 2; y++) {
            for (size_t r = 0; r < 2; r++)
                convolve_row(
                    &source, 2 * y + r, c->out_width, pixel, false,
                    rows + r * c->out_width * pixel, pixel);
            pool_rows(
                c, rows, rows + c->out_width * pixel, pixel, output + out + y * pooled_row,
                winners + out + y * pooled_row);
        }
    }
}

#include "windows_body.h"

// The gradient before activation and pooling, inside a border of zeros. With a stride, its pixels
// stand that far apart: then the pullback to the input is a plain convolution.
struct spread {
    float *pixels;       // the first pixel
    size_t row, pixel;   // distances
};

// Channels `gradient` of a pooled pixel go to the one of four pixels that won. The channels up to a
// whole number of vectors are filled with zeros.
static void spread_pooled(
    const struct convolution *c, const float *gradient, const uint8_t *winners, struct spread to) {
    for (size_t y = 0; y < c->out_height / 2; y++) {
        for (size_t x = 0; x < c->out_width / 2; x++) {
            float *out = to.pixels + 2 * y * to.row + 2 * x * to.pixel;
            for (size_t k = 0; k < c->outputs; k += LANES) {
                const size_t channels = smaller(LANES, c->outputs - k);
                vector share = {0};
                bytes winner = {0};
                copy(&share, gradient + k, channels, sizeof(float));
                copy(&winner, winners + k, channels, 1);
                const integers won = __builtin_convertvector(winner, integers);
                for (int place = 0; place < 4; place++)
                    store(
                        out + place / 2 * to.row + place % 2 * to.pixel + k,
                        (vector)((won == place) & (integers)share));
            }
            gradient += c->outputs;
            winners += c->outputs;
        }
    }
}

static void spread_plain(
    const struct convolution *c, const float *gradient, const float *output, struct spread to) {
    const size_t n = c->outputs;
    for (size_t y = 0; y < c->out_height; y++) {
        for (size_t x = 0; x < c->out_width; x++) {
            float *out = to.pixels + y * to.row + x * to.pixel;
            if (c->relu)
                for (size_t k = 0; k < n; k++) out[k] = output[k] <= 0 ? 0 : gradient[k];
            else
                memcpy(out, gradient, n * sizeof(float));
            gradient += n;
            output += n;
        }
    }
}

static void add_bias_gradient(
    const struct convolution *c, struct spread gradient, float *bias_gradient) {
    for (size_t j = 0; j < padded_channels(c->outputs); j += LANES) {
        vector sum = {0};
        for (size_t y = 0; y < c->out_height; y++)
            for (size_t x = 0; x < c->out_width; x++)
                sum += load(gradient.pixels + y * gradient.row + x * gradient.pixel + j);
        store(bias_gradient + j, load(bias_gradient + j) + sum);
    }
}

// weight_gradient[dy, dx, i, o] += sum over pixels of image[pixel + (dy, dx)][i] gradient[pixel][o],
// a few rows of pixels at a time, so that their gradients stay in the nearest cache.
static void add_weight_gradient(
    const struct convolution *c, const float *image, struct spread gradient,
    float *weight_gradient) {
    const size_t outputs = padded_channels(c->outputs);
    const size_t row_stride = (c->width + 2 * c->padding) * c->inputs;
    const size_t taps = c->kernel_height * c->kernel_width * c->inputs;
    const size_t run = c->kernel_width * c->inputs;
    size_t band = 4096 / (c->out_width * outputs) + 1;
    for (size_t y = 0; y < c->out_height; y += band) {
        const struct runs runs = {
            .count = smaller(band, c->out_height - y), .length = c->out_width,
            .step = c->stride * c->inputs, .stride = c->stride * row_stride,
            .right_stride = gradient.pixel,
            .right_skip = gradient.row - c->out_width * gradient.pixel};
        for (size_t j = 0; j < c->outputs; j += PANEL) {
            for (size_t tap = 0; tap < taps; tap += ROWS) {
                struct target target = {
                    .out = weight_gradient + tap * outputs + j, .out_stride = outputs,
                    .start_stride = outputs, .rows = smaller(ROWS, taps - tap),
                    .columns = smaller(PANEL, outputs - j)};
                target.start = target.out;
                const float *left[ROWS];
                for (size_t r = 0; r < ROWS; r++) {
                    const size_t t = tap + (r < target.rows ? r : 0);
                    const size_t column = t % run / c->inputs, input = t % c->inputs;
                    left[r] = image + (y * c->stride + t / run * c->dilation) * row_stride +
                        column * c->dilation * c->inputs + input;
                }
                tile(left, gradient.pixels + y * gradient.row + j, &runs, &target);
            }
        }
    }
}

static void NAME(convolution_backward)(
    const struct convolution *c, size_t first, size_t end, const float *input,
    const float *packed_turned, const float *output, const uint8_t *winners,
    const float *gradient, float *weight_gradient, float *bias_gradient, float *input_gradient,
    float *scratch) {
    if (convolution_adds_windows(c)) {
        backward_by_windows(
            c, first, end, input, packed_turned, winners, gradient, weight_gradient, bias_gradient,
            input_gradient, scratch);
        return;
    }
    const struct image_size size = {c->height, c->width, c->inputs};
    const size_t outputs = padded_channels(c->outputs);
    const size_t image_count = c->height * c->width * c->inputs;
    const size_t padded_count =
        (c->height + 2 * c->padding) * (c->width + 2 * c->padding) * c->inputs;
    // How far a kernel reaches beyond its first row and column.
    const size_t reach_y = (c->kernel_height - 1) * c->dilation;
    const size_t reach_x = (c->kernel_width - 1) * c->dilation;
    const size_t spread_row = (c->width + reach_x) * outputs;
    const size_t spread_count = (c->height + reach_y) * spread_row;
    const size_t result_count =
        (c->pooled ? (c->out_height / 2) * (c->out_width / 2) : c->out_height * c->out_width) *
        c->outputs;
    float *const padded = scratch, *const border = scratch + padded_count;
    const struct spread spread = {
        border + (reach_y - c->padding) * spread_row + (reach_x - c->padding) * outputs,
        c->stride * spread_row, c->stride * outputs};
    const struct row_source source = {
        .image = border, .row_stride = spread_row, .inputs = outputs, .stride = 1,
        .kernel_height = c->kernel_height, .kernel_width = c->kernel_width,
        .dilation = c->dilation, .weights = packed_turned,
        .weight_stride = padded_channels(c->inputs)};
    if (c->padding) memset(padded, 0, padded_count * sizeof(float));
    memset(border, 0, spread_count * sizeof(float));
    for (size_t index = first; index < end; index++) {
        const float *image = input + index * image_count;
        if (c->padding) {
            pad(size, c->padding, image, padded);
            image = padded;
        }
        const size_t result = index * result_count;
        if (c->pooled) spread_pooled(c, gradient + result, winners + result, spread);
        else spread_plain(c, gradient + result, output + result, spread);
        add_bias_gradient(c, spread, bias_gradient);
        add_weight_gradient(c, image, spread, weight_gradient);
        if (!input_gradient) continue;
        float *out = input_gradient + index * image_count;
        for (size_t y = 0; y < c->height; y++)
            convolve_row(
                &source, y, c->width, c->inputs, false, out + y * c->width * c->inputs, c->inputs);
    }
}
