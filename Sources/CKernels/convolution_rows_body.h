// A convolution as a matrix product that never builds its left matrix: the rows of a tile are
// groups of neighbouring pixels, and since the channels of neighbouring pixels stand side by side,
// one row of the kernel is one run of numbers in the padded image.
//
// A group is one pixel where the results have many channels. Of few channels, a vector takes those
// of several pixels, side by side as they lie in memory, and the kernel is widened: it reaches over
// all that one of the pixels needs, with zeros where another does not look.

// A kernel as the tiles want it: [height, width, input, column], a column for each channel of each
// pixel of a group. Columns are padded with zeros, `column_stride` from row to row.
struct kernel_layout {
    size_t height, width, inputs, outputs;
    size_t pixels;  // of a group
    size_t column_stride;
};

// How many vector products a row of results costs in groups of so many pixels.
static size_t row_cost(
    size_t pixels, size_t row, size_t kernel_width, size_t stride, size_t outputs) {
    const size_t groups = (row + pixels - 1) / pixels;
    const size_t vectors = whole_vectors(pixels * outputs) / LANES;
    return groups * vectors * (kernel_width + (pixels - 1) * stride);
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

// Numbers from `begin` to `end` - 1.
struct range {
    size_t begin, end;
};

// Which of `count` rows, `step` apart, reach into `inside` when they are moved on by `first` to
// `last`: the other rows of a kernel, or of a gradient, meet nothing but the border of zeros.
static struct range rows_inside(
    struct range inside, size_t count, size_t step, size_t first, size_t last) {
    struct range rows = {0, count};
    while (rows.begin < rows.end && rows.begin * step + last < inside.begin) rows.begin++;
    while (rows.begin < rows.end && (rows.end - 1) * step + first >= inside.end) rows.end--;
    return rows;
}

// What results are made from.
struct convolved {
    const float *image;   // inside its border of zeros
    size_t row_stride;    // of the image with its border
    struct range inside;  // its rows that are not of the border
    size_t stride, dilation;
    struct kernel_layout kernel;
    const float *weights;
    const float *bias;    // one number a column; may be NULL
};

// Where results go: rows of `width` pixels that are `pixel` numbers apart.
struct results {
    float *out;
    size_t width, pixel;
    bool relu;
};

// Groups of pixels in a line, along a row or down a column.
struct line {
    size_t x, y, step_x, step_y, count;
};

// One tile of the results. With a dilation a row of the kernel is no longer one run of numbers: its
// taps are runs of their own, and the rows are added up one after the other.
static void convolve_tile(
    const struct convolved *s, const float **left, const float *weights, struct range rows,
    const struct target *target) {
    const size_t kernel_row = s->kernel.width * s->kernel.inputs;
    const size_t next_row = s->dilation * s->row_stride;
    for (size_t r = 0; r < target->rows; r++) left[r] += rows.begin * next_row;
    weights += rows.begin * kernel_row * s->kernel.column_stride;
    if (s->dilation == 1 || rows.begin == rows.end) {
        const struct runs runs = {
            .count = rows.end - rows.begin, .length = kernel_row, .step = 1,
            .stride = s->row_stride, .right_stride = s->kernel.column_stride};
        tile(left, weights, &runs, target);
        return;
    }
    const struct runs runs = {
        .count = s->kernel.width, .length = s->kernel.inputs, .step = 1,
        .stride = s->dilation * s->kernel.inputs, .right_stride = s->kernel.column_stride};
    struct target sums = *target;
    for (size_t u = rows.begin; u < rows.end; u++) {
        sums.relu = target->relu && u + 1 == rows.end;
        tile(left, weights, &runs, &sums);
        sums.start = target->out;
        sums.start_stride = target->out_stride;
        for (size_t r = 0; r < target->rows; r++) left[r] += next_row;
        weights += kernel_row * s->kernel.column_stride;
    }
}

// The groups of a line, of all columns; row `first` of the results stands at the beginning of `to`.
static void convolve_line(
    const struct convolved *s, struct line line, size_t first, const struct results *to) {
    const size_t columns =
        s->kernel.pixels > 1 ? s->kernel.pixels * s->kernel.outputs : to->pixel;
    for (size_t j = 0; j < columns; j += PANEL) {
        for (size_t t = 0; t < tile_count(line.count); t++) {
            const size_t begin = tile_begin(t, line.count), end = tile_begin(t + 1, line.count);
            const size_t x = line.x + begin * line.step_x, y = line.y + begin * line.step_y;
            const struct target target = {
                .start = s->bias ? s->bias + j : NULL,
                .out = to->out + ((y - first) * to->width + x) * to->pixel + j,
                .out_stride = (line.step_y * to->width + line.step_x) * to->pixel,
                .rows = end - begin, .columns = smaller(PANEL, columns - j), .relu = to->relu};
            const float *left[ROWS];
            for (size_t r = 0; r < target.rows; r++)
                left[r] = s->image + (y + r * line.step_y) * s->stride * s->row_stride +
                    (x + r * line.step_x) * s->stride * s->kernel.inputs;
            const size_t last = y + (target.rows - 1) * line.step_y;
            const struct range rows = rows_inside(
                s->inside, s->kernel.height, s->dilation, y * s->stride, last * s->stride);
            convolve_tile(s, left, s->weights + j, rows, &target);
        }
    }
}

// Rows first to end - 1 of the results. Lines run along the rows, or down the columns where a row
// has too few groups for a tile. The last group of a row overlaps the one before if it must.
static void convolve_rows(
    const struct convolved *s, size_t first, size_t end, const struct results *to) {
    const size_t pixels = s->kernel.pixels, whole = to->width / pixels * pixels;
    const bool is_short = to->width / pixels < ROWS / 2;
    if (is_short) {
        for (size_t x = 0; x < whole; x += pixels)
            convolve_line(s, (struct line){x, first, 0, 1, end - first}, first, to);
    } else {
        for (size_t y = first; y < end; y++)
            convolve_line(s, (struct line){0, y, pixels, 0, whole / pixels}, first, to);
    }
    if (whole < to->width)
        convolve_line(
            s, (struct line){to->width - pixels, first, 0, 1, end - first}, first, to);
}
