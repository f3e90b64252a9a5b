// Convolution, bias, activation and pooling of images, row by row.

// An image of some channels.
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

// The bias, a number a column, stands before the weights.
static size_t NAME(convolution_packed_count)(const struct convolution *c) {
    const struct kernel_layout layout = forward_layout(c);
    return layout.column_stride + layout_count(&layout);
}

static void NAME(convolution_pack)(
    const struct convolution *c, const float *weights, const float *bias, float *packed) {
    const struct kernel_layout layout = forward_layout(c);
    const struct weight_view view = {
        weights, (ptrdiff_t)(c->inputs * c->outputs), (ptrdiff_t)c->outputs, 1};
    memset(packed, 0, layout.column_stride * sizeof(float));
    for (size_t pixel = 0; pixel < layout.pixels; pixel++)
        memcpy(packed + pixel * c->outputs, bias, c->outputs * sizeof(float));
    pack_kernel(&layout, view, c->kernel_width, c->stride, packed + layout.column_stride);
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

// Pools two rows whose pixels are `stride` apart. Behind the last pixel a vector can be read.
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

// Two rows at a time are convolved into `rows` and pooled from there. A pixel has whole vectors of
// channels, unless several share a vector.
static void convolve_and_pool(
    const struct convolution *c, const struct convolved *source, float *output, uint8_t *winners,
    float *rows) {
    const size_t pixel = source->kernel.pixels > 1 ? c->outputs : whole_vectors(c->outputs);
    const size_t pooled_row = c->out_width / 2 * c->outputs;
    const struct results results = {.out = rows, .width = c->out_width, .pixel = pixel};
    for (size_t y = 0; y < c->out_height / 2; y++) {
        convolve_rows(source, 2 * y, 2 * y + 2, &results);
        pool_rows(
            c, rows, rows + c->out_width * pixel, pixel, output + y * pooled_row,
            winners + y * pooled_row);
    }
}

static void NAME(convolution_forward)(
    const struct convolution *c, size_t first, size_t end, const float *input,
    const float *packed, float *output, uint8_t *winners, float *scratch) {
    const struct image_size size = {c->height, c->width, c->inputs};
    const size_t image_count = c->height * c->width * c->inputs;
    const size_t padded_row = (c->width + 2 * c->padding) * c->inputs;
    const size_t result_count =
        c->pooled ? (c->out_height / 2) * (c->out_width / 2) * c->outputs
                  : c->out_height * c->out_width * c->outputs;
    struct convolved source = {
        .row_stride = padded_row, .inside = {c->padding, c->padding + c->height},
        .stride = c->stride, .dilation = c->dilation, .kernel = forward_layout(c),
        .bias = packed};
    source.weights = packed + source.kernel.column_stride;
    float *const padded = scratch;
    if (c->padding) memset(padded, 0, padded_count(c) * sizeof(float));
    for (size_t image = first; image < end; image++) {
        source.image = input + image * image_count;
        float *out = output + image * result_count;
        if (c->padding) {
            pad(size, c->padding, source.image, padded);
            source.image = padded;
        }
        if (c->pooled) {
            convolve_and_pool(
                c, &source, out, winners + image * result_count, padded + padded_count(c));
        } else {
            const struct results results = {out, c->out_width, c->outputs, c->relu};
            convolve_rows(&source, 0, c->out_height, &results);
        }
    }
}
