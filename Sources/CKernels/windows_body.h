// The gradients of a convolution whose results were pooled. Of four results only one has a gradient,
// so a convolution of gradients would mostly add zeros. Instead each gradient that is left meets the
// window of the image that it was computed from: it adds its share of the window to the weights'
// gradients, and its share of the kernel to the window of the input's gradients.

enum { PIECES = 9 };  // vectors of a window whose sums stay in registers

// The gradients of one output that are not 0 by pooling: where the window of each begins, and its share.
struct window_list {
    size_t count;
    const uint32_t *starts;
    const float *shares;
};

// A window as vectors: where each stands in the padded image, from the window's start.
struct window_shape {
    size_t rows, vectors;  // vectors of a row
    size_t row_stride;     // of the padded image
    size_t padded_run;     // of the packed kernel
};

static inline size_t piece_place(const struct window_shape *w, size_t piece) {
    return piece / w->vectors * w->row_stride + piece % w->vectors * LANES;
}

// sums[piece] += share * window[piece] over all windows of an output, for `count` pieces.
static inline __attribute__((always_inline)) void add_to_weights(
    const size_t count, const struct window_list *list, const float *image, const size_t *places,
    float *sums) {
    vector sum[PIECES];
    for (size_t k = 0; k < count; k++) sum[k] = load(sums + k * LANES);
    for (size_t i = 0; i < list->count; i++) {
        const float *window = image + list->starts[i];
        const float share = list->shares[i];
        for (size_t k = 0; k < count; k++) sum[k] += share * load(window + places[k]);
    }
    for (size_t k = 0; k < count; k++) store(sums + k * LANES, sum[k]);
}

// window[piece] += share * kernel[piece] in all windows of an output, for `count` pieces.
static inline __attribute__((always_inline)) void add_to_windows(
    const size_t count, const struct window_list *list, const vector *kernel, const size_t *places,
    float *image) {
    for (size_t i = 0; i < list->count; i++) {
        float *window = image + list->starts[i];
        const float share = list->shares[i];
        for (size_t k = 0; k < count; k++)
            store(window + places[k], load(window + places[k]) + share * kernel[k]);
    }
}

// A loop for each count of pieces, so that the sums stay in registers.
#define FOR_EACH_COUNT(DO) \
    DO(1) DO(2) DO(3) DO(4) DO(5) DO(6) DO(7) DO(8) DO(9)

// Calls both functions for the pieces of one output's windows, a few at a time.
static void meet_windows(
    const struct window_shape *w, const struct window_list *list, const float *image,
    const float *kernel, float *weight_sums, float *input_gradient) {
    const size_t pieces = w->rows * w->vectors;
    const size_t blocks = (pieces + PIECES - 1) / PIECES;
    for (size_t block = 0; block < blocks; block++) {
        const size_t first = block * pieces / blocks;
        const size_t count = (block + 1) * pieces / blocks - first;
        size_t places[PIECES];
        vector part[PIECES];
        for (size_t k = 0; k < count; k++) {
            places[k] = piece_place(w, first + k);
            part[k] = load(
                kernel + (first + k) / w->vectors * w->padded_run + (first + k) % w->vectors * LANES);
        }
        float *sums = weight_sums + first * LANES;
        switch (count) {
#define DO(n) \
    case n: \
        add_to_weights(n, list, image, places, sums); \
        if (input_gradient) add_to_windows(n, list, part, places, input_gradient); \
        break;
            FOR_EACH_COUNT(DO)
#undef DO
        }
    }
}
#undef FOR_EACH_COUNT

// Sorts the gradients of one image by outputs: `starts` and `shares` have room for all pooled pixels
// of each output. The pixels that the ReLU let none pass of are left out.
static void sort_by_output(
    const struct convolution *c, const float *gradient, const uint8_t *winners, size_t *counts,
    uint32_t *starts, float *shares) {
    const size_t pixels = (c->out_height / 2) * (c->out_width / 2);
    const size_t row = (c->width + 2 * c->padding) * c->inputs;
    memset(counts, 0, c->outputs * sizeof(size_t));
    for (size_t y = 0; y < c->out_height / 2; y++) {
        for (size_t x = 0; x < c->out_width / 2; x++) {
            size_t places[4];
            for (size_t p = 0; p < 4; p++)
                places[p] = (2 * y + p / 2) * c->stride * row +
                    (2 * x + p % 2) * c->stride * c->inputs;
            for (size_t o = 0; o < c->outputs; o++) {
                const size_t at = o * pixels + counts[o];
                starts[at] = (uint32_t)places[winners[o] & 3];
                shares[at] = gradient[o];
                counts[o] += winners[o] != 255;
            }
            gradient += c->outputs;
            winners += c->outputs;
        }
    }
}

static void add_pooled_bias_gradient(
    const struct convolution *c, const float *gradient, const uint8_t *winners,
    float *bias_gradient) {
    const size_t pixels = (c->out_height / 2) * (c->out_width / 2);
    for (size_t k = 0; k < c->outputs; k += LANES) {
        const size_t channels = smaller(LANES, c->outputs - k);
        vector sum = {0};
        for (size_t pixel = 0; pixel < pixels; pixel++) {
            vector share = {0};
            bytes winner = {0};
            copy(&share, gradient + pixel * c->outputs + k, channels, sizeof(float));
            copy(&winner, winners + pixel * c->outputs + k, channels, 1);
            const integers won = __builtin_convertvector(winner, integers);
            sum += (vector)((won != 255) & (integers)share);
        }
        for (size_t j = 0; j < channels; j++) bias_gradient[k + j] += sum[j];
    }
}

// The gradients of images first to end - 1; see convolution_backward.
static void backward_by_windows(
    const struct convolution *c, size_t first, size_t end, const float *input,
    const float *kernels, const uint8_t *winners, const float *gradient, float *weight_gradient,
    float *bias_gradient, float *input_gradient, float *scratch) {
    const struct image_size size = {c->height, c->width, c->inputs};
    const size_t run = c->kernel_width * c->inputs, row = c->width * c->inputs;
    const size_t edge = c->padding * c->inputs;
    const struct window_shape shape = {
        c->kernel_height, whole_vectors(run) / LANES, row + 2 * edge, padded_channels(run)};
    const size_t padded_count = (c->height + 2 * c->padding) * shape.row_stride + CHANNEL_BLOCK;
    const size_t pixels = (c->out_height / 2) * (c->out_width / 2);
    const size_t sums_of_output = shape.rows * shape.vectors * LANES;
    // Memory, in this order: for each output a counter, sums and lists; two padded images.
    size_t *const counts = (size_t *)scratch;
    float *const sums = scratch + 2 * c->outputs;
    float *const shares = sums + c->outputs * c->kernel_height * shape.padded_run;
    uint32_t *const starts = (uint32_t *)(shares + pixels * c->outputs);
    float *const padded = shares + 2 * pixels * c->outputs, *const windows = padded + padded_count;
    memset(sums, 0, c->outputs * sums_of_output * sizeof(float));
    memset(padded, 0, padded_count * sizeof(float));
    for (size_t index = first; index < end; index++) {
        const size_t result = index * pixels * c->outputs;
        pad(size, c->padding, input + index * c->height * row, padded);
        sort_by_output(c, gradient + result, winners + result, counts, starts, shares);
        add_pooled_bias_gradient(c, gradient + result, winners + result, bias_gradient);
        if (input_gradient) memset(windows, 0, padded_count * sizeof(float));
        for (size_t o = 0; o < c->outputs; o++) {
            const struct window_list list = {counts[o], starts + o * pixels, shares + o * pixels};
            meet_windows(
                &shape, &list, padded, kernels + o * c->kernel_height * shape.padded_run,
                sums + o * sums_of_output, input_gradient ? windows : NULL);
        }
        if (!input_gradient) continue;
        float *out = input_gradient + index * c->height * row;
        for (size_t y = 0; y < c->height; y++)
            memcpy(
                out + y * row, windows + (y + c->padding) * shape.row_stride + edge,
                row * sizeof(float));
    }
    const size_t outputs = padded_channels(c->outputs);
    for (size_t o = 0; o < c->outputs; o++)
        for (size_t u = 0; u < shape.rows; u++)
            for (size_t k = 0; k < run; k++)
                weight_gradient[(u * run + k) * outputs + o] +=
                    sums[o * sums_of_output + u * shape.vectors * LANES + k];
}
