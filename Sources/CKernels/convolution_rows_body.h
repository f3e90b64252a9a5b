// A convolution as a matrix product that never builds its left matrix: the rows of a tile are
// groups of neighbouring pixels, and since the channels of neighbouring pixels stand side by side,
// one row of the kernel is one run of numbers in the padded image.

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
    const size_t last = line.y + (line.count - 1) * line.step_y;
    const struct range rows = rows_inside(
        s->inside, s->kernel.height, s->dilation, line.y * s->stride, last * s->stride);
    const size_t step = (line.step_y * s->row_stride + line.step_x * s->kernel.inputs) * s->stride;
    const float *const from =
        s->image + (line.y * s->row_stride + line.x * s->kernel.inputs) * s->stride;
    float *const out = to->out + ((line.y - first) * to->width + line.x) * to->pixel;
    const size_t out_step = (line.step_y * to->width + line.step_x) * to->pixel;
    const struct tiling tiles = tiling(line.count);
    for (size_t j = 0; j < columns; j += PANEL) {
        for (size_t t = 0; t < tiles.count; t++) {
            const size_t begin = tile_begin(&tiles, t), end = tile_begin(&tiles, t + 1);
            const struct target target = {
                .start = s->bias ? s->bias + j : NULL, .out = out + begin * out_step + j,
                .out_stride = out_step, .rows = end - begin,
                .columns = smaller(PANEL, columns - j), .relu = to->relu};
            const float *left[ROWS];
            for (size_t r = 0; r < target.rows; r++) left[r] = from + (begin + r) * step;
            convolve_tile(s, left, s->weights + j, rows, &target);
        }
    }
}

// Rows first to end - 1 of the results. Lines run along the rows, or down the columns where a row
// has too few groups for a tile. The last group of a row overlaps the one before if it must.
static void convolve_rows(
    const struct convolved *s, size_t first, size_t end, const struct results *to) {
    const size_t pixels = s->kernel.pixels, whole = to->width / pixels * pixels;
    if (is_short(to->width / pixels)) {
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
