// The gradients of a convolution whose results were pooled. Of four results only one has a gradient,
// so a convolution of gradients would mostly add zeros. Instead each gradient that is left meets the
// window of the image that it was computed from: it adds its share of the window to the weights'
// gradients, and its share of the kernel to the window of the input's gradients.

enum { PIECES = 9 };  // vectors of a window whose sums stay in registers

// The weights sorted by outputs: [output, height, width x input, padded].
static size_t windows_count(const struct convolution *c) {
    return c->outputs * c->kernel_height * padded_channels(c->kernel_width * c->inputs);
}

static void pack_windows(const struct convolution *c, const float *weights, float *packed) {
    const size_t run = c->kernel_width * c->inputs, padded_run = padded_channels(run);
    memset(packed, 0, windows_count(c) * sizeof(float));
    for (size_t o = 0; o < c->outputs; o++)
        for (size_t u = 0; u < c->kernel_height; u++)
            for (size_t k = 0; k < run; k++)
                packed[(o * c->kernel_height + u) * padded_run + k] =
                    weights[(u * run + k) * c->outputs + o];
}

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

// Where all that is needed for one part of a batch stands in its scratch memory.
struct window_memory {
    struct window_shape shape;
    size_t pixels;          // pooled pixels of an image: the room of a list
    size_t sums_of_output;  // floats
    size_t padded_count;    // floats of a padded image and the room behind it
    size_t *counts;
    float *sums, *shares, *padded, *windows;
    uint32_t *starts;
};

static struct window_memory window_memory(const struct convolution *c, float *scratch) {
    const size_t run = c->kernel_width * c->inputs;
    struct window_memory m = {.shape = {
        c->kernel_height, whole_vectors(run) / LANES, (c->width + 2 * c->padding) * c->inputs,
        padded_channels(run)}};
    m.pixels = (c->out_height / 2) * (c->out_width / 2);
    m.sums_of_output = m.shape.rows * m.shape.vectors * LANES;
    m.padded_count = (c->height + 2 * c->padding) * m.shape.row_stride + CHANNEL_BLOCK;
    m.counts = (size_t *)scratch;
    m.sums = scratch + 2 * c->outputs;
    m.shares = m.sums + c->outputs * c->kernel_height * m.shape.padded_run;
    m.starts = (uint32_t *)(m.shares + m.pixels * c->outputs);
    m.padded = m.shares + 2 * m.pixels * c->outputs;
    m.windows = m.padded + m.padded_count;
    memset(m.sums, 0, c->outputs * m.sums_of_output * sizeof(float));
    memset(m.padded, 0, m.padded_count * sizeof(float));
    return m;
}

// Adds the sums of all outputs to the weights' gradients, which are sorted the other way.
static void add_weight_sums(
    const struct convolution *c, const struct window_memory *m, float *weight_gradient) {
    const size_t outputs = padded_channels(c->outputs), run = c->kernel_width * c->inputs;
    for (size_t o = 0; o < c->outputs; o++)
        for (size_t u = 0; u < m->shape.rows; u++)
            for (size_t k = 0; k < run; k++)
                weight_gradient[(u * run + k) * outputs + o] +=
                    m->sums[o * m->sums_of_output + u * m->shape.vectors * LANES + k];
}

// The gradients of images first to end - 1; see convolution_backward.
static void backward_by_windows(
    const struct convolution *c, size_t first, size_t end, const float *input,
    const float *kernels, const uint8_t *winners, const float *gradient, float *weight_gradient,
    float *bias_gradient, float *input_gradient, float *scratch) {
    const struct image_size size = {c->height, c->width, c->inputs};
    const struct window_memory m = window_memory(c, scratch);
    const size_t row = c->width * c->inputs, edge = c->padding * c->inputs;
    for (size_t index = first; index < end; index++) {
        const size_t result = index * m.pixels * c->outputs;
        pad(size, c->padding, input + index * c->height * row, m.padded);
        sort_by_output(c, gradient + result, winners + result, m.counts, m.starts, m.shares);
        add_pooled_bias_gradient(c, gradient + result, winners + result, bias_gradient);
        if (input_gradient) memset(m.windows, 0, m.padded_count * sizeof(float));
        for (size_t o = 0; o < c->outputs; o++) {
            const struct window_list list = {
                m.counts[o], m.starts + o * m.pixels, m.shares + o * m.pixels};
            meet_windows(
                &m.shape, &list, m.padded, kernels + o * c->kernel_height * m.shape.padded_run,
                m.sums + o * m.sums_of_output, input_gradient ? m.windows : NULL);
        }
        if (!input_gradient) continue;
        float *out = input_gradient + index * c->height * row;
        for (size_t y = 0; y < c->height; y++)
            memcpy(
                out + y * row, m.windows + (y + c->padding) * m.shape.row_stride + edge,
                row * sizeof(float));
    }
    add_weight_sums(c, &m, weight_gradient);
}
