// The layout of a convolution's weights, and how they are packed into it.
//
// The rows of a tile are groups of neighbouring pixels. A group is one pixel where the results have
// many channels. Of few channels, a vector takes those of several pixels, side by side as they lie
// in memory, and the kernel is widened: it reaches over all that one of the pixels needs, with zeros
// where another does not look. The zeros change no sum; only a number that is infinite or no number
// shows in all pixels of a group.

// A kernel as the tiles want it: [height, width, input, column], a column for each channel of each
// pixel of a group. Columns are padded with zeros, `column_stride` from row to row.
struct kernel_layout {
    size_t height, width, inputs, outputs;
    size_t pixels;  // of a group
    size_t column_stride;
};

// Whether a row of so many groups is too short for a tile: then tiles stand upright.
static bool is_short(size_t groups) { return groups < ROWS / 2; }

// A vector product takes four cycles. Two begin in each cycle, or one of the widest: a tile of fewer
// sums waits for them as if it had so many.
enum { SUMS_IN_FLIGHT = LANES == 16 ? 4 : 8 };

// How long a row of results takes in groups of so many pixels, in vector products.
static float row_cost(
    size_t pixels, size_t row, size_t kernel_width, size_t stride, size_t outputs) {
    const size_t groups = (row + pixels - 1) / pixels;
    const float vectors = (float)(whole_vectors(pixels * outputs) / LANES);
    const float height = is_short(groups) ? ROWS : (float)groups / (float)tiling(groups).count;
    const float least = SUMS_IN_FLIGHT / height;
    return (float)(groups * (kernel_width + (pixels - 1) * stride)) *
        (vectors > least ? vectors : least);
}

// The cheapest layout for rows of `row` results. With a dilation a row of the kernel is no run.
static struct kernel_layout kernel_layout(
    const struct convolution *c, size_t inputs, size_t outputs, size_t stride, size_t row) {
    size_t best = 1;
    for (size_t pixels = 2; pixels * outputs <= PANEL && pixels <= row; pixels++) {
        if (c->dilation > 1) break;
        if (row_cost(pixels, row, c->kernel_width, stride, outputs) <
            row_cost(best, row, c->kernel_width, stride, outputs))
            best = pixels;
    }
    return (struct kernel_layout){
        c->kernel_height, c->kernel_width + (best - 1) * stride, inputs, outputs, best,
        padded_channels(best * outputs)};
}

static struct kernel_layout forward_layout(const struct convolution *c) {
    return kernel_layout(c, c->inputs, c->outputs, c->stride, c->out_width);
}

// The pullback to the input is a convolution too, of the gradients, with inputs and outputs
// exchanged and the weights turned by half a turn.
static struct kernel_layout turned_layout(const struct convolution *c) {
    return kernel_layout(c, c->outputs, c->inputs, 1, c->width);
}

static size_t layout_count(const struct kernel_layout *l) {
    return l->height * l->width * l->inputs * l->column_stride;
}

// Weights as they are, or turned: the first number, and how far on the next tap, input and output
// stand.
struct weight_view {
    const float *first;
    ptrdiff_t tap, input, output;
};

static void pack_kernel(
    const struct kernel_layout *l, struct weight_view weights, size_t kernel_width, size_t stride,
    float *packed) {
    memset(packed, 0, layout_count(l) * sizeof(float));
    for (size_t tap = 0; tap < l->height * kernel_width; tap++) {
        const size_t u = tap / kernel_width, v = tap % kernel_width;
        for (size_t pixel = 0; pixel < l->pixels; pixel++) {
            float *row = packed + pixel * l->outputs +
                (u * l->width + v + pixel * stride) * l->inputs * l->column_stride;
            const float *from = weights.first + (ptrdiff_t)tap * weights.tap;
            for (size_t i = 0; i < l->inputs; i++) {
                for (size_t o = 0; o < l->outputs; o++)
                    row[o] = from[(ptrdiff_t)o * weights.output];
                row += l->column_stride;
                from += weights.input;
            }
        }
    }
}
