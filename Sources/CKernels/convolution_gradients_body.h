// The gradients of a convolution with respect to its weights, its bias and its input.

static size_t NAME(convolution_turned_count)(const struct convolution *c) {
    if (convolution_adds_windows(c)) return windows_count(c);
    const struct kernel_layout layout = turned_layout(c);
    return layout_count(&layout);
}

static void NAME(convolution_pack_turned)(
    const struct convolution *c, const float *weights, float *packed) {
    if (convolution_adds_windows(c)) {
        pack_windows(c, weights, packed);
        return;
    }
    const struct kernel_layout layout = turned_layout(c);
    const size_t taps = c->kernel_height * c->kernel_width, tap = c->inputs * c->outputs;
    const struct weight_view turned = {
        weights + (taps - 1) * tap, -(ptrdiff_t)tap, 1, (ptrdiff_t)c->outputs};
    pack_kernel(&layout, turned, c->kernel_width, 1, packed);
}

enum { BAND = 16384 };  // numbers of the gradient that stay near while all taps meet them

// Where the image that tap number `tap` meets begins: taps run over rows, columns and inputs.
static size_t tap_place(const struct convolution *c, size_t tap, size_t row_stride) {
    const size_t run = c->kernel_width * c->inputs;
    const size_t column = tap % run / c->inputs, input = tap % c->inputs;
    return tap / run * c->dilation * row_stride + column * c->dilation * c->inputs + input;
}

// Adds rows `band` of the gradient to the weights' gradients of columns j and on.
static void add_band(
    const struct convolution *c, const float *image, struct spread gradient, struct range band,
    size_t j, float *weight_gradient) {
    const size_t outputs = padded_channels(c->outputs);
    const size_t row_stride = (c->width + 2 * c->padding) * c->inputs;
    const size_t run = c->kernel_width * c->inputs, taps = c->kernel_height * run;
    const struct range inside = {c->padding, c->padding + c->height};
    const struct tiling tiles = tiling(taps);
    for (size_t t = 0; t < tiles.count; t++) {
        const size_t tap = tile_begin(&tiles, t), end = tile_begin(&tiles, t + 1);
        const struct range meeting = rows_inside(
            inside, c->out_height, c->stride, tap / run * c->dilation,
            (end - 1) / run * c->dilation);
        const size_t y = larger(band.begin, meeting.begin), end_y = smaller(band.end, meeting.end);
        if (y >= end_y) continue;
        const struct runs runs = {
            .count = end_y - y, .length = c->out_width, .step = c->stride * c->inputs,
            .stride = c->stride * row_stride, .right_stride = gradient.pixel,
            .right_skip = gradient.row - c->out_width * gradient.pixel};
        float *const sums = weight_gradient + tap * outputs + j;
        const struct target target = {
            .start = sums, .start_stride = outputs, .out = sums, .out_stride = outputs,
            .rows = end - tap, .columns = smaller(PANEL, c->outputs - j)};
        const float *left[ROWS];
        for (size_t r = 0; r < target.rows; r++)
            left[r] = image + y * c->stride * row_stride + tap_place(c, tap + r, row_stride);
        tile(left, gradient.pixels + y * gradient.row + j, &runs, &target);
    }
}

// weight_gradient[dy, dx, i, o] += sum over pixels of image[pixel + (dy, dx)][i] gradient[pixel][o],
// some rows of pixels at a time, so that their gradients stay in a near cache.
static void add_weight_gradient(
    const struct convolution *c, const float *image, struct spread gradient,
    float *weight_gradient) {
    const size_t height = BAND / (c->out_width * padded_channels(c->outputs)) + 1;
    for (size_t y = 0; y < c->out_height; y += height) {
        const struct range band = {y, smaller(y + height, c->out_height)};
        for (size_t j = 0; j < c->outputs; j += PANEL)
            add_band(c, image, gradient, band, j, weight_gradient);
    }
}

// The gradient's place in its border, which is as wide as the kernel reaches beyond its first tap.
static struct spread spread_within(const struct convolution *c, float *border) {
    const size_t reach_y = (c->kernel_height - 1) * c->dilation;
    const size_t reach_x = (c->kernel_width - 1) * c->dilation;
    const size_t row = (c->width + reach_x) * c->outputs;
    return (struct spread){
        border + (reach_y - c->padding) * row + (reach_x - c->padding) * c->outputs,
        c->stride * row, c->stride * c->outputs};
}

// How the gradient of the input is made from the gradient in its border.
static struct convolved turned_source(
    const struct convolution *c, const float *border, const float *packed_turned) {
    const size_t above = (c->kernel_height - 1) * c->dilation - c->padding;
    return (struct convolved){
        .image = border,
        .row_stride = (c->width + (c->kernel_width - 1) * c->dilation) * c->outputs,
        .inside = {above, above + (c->out_height - 1) * c->stride + 1}, .stride = 1,
        .dilation = c->dilation, .kernel = turned_layout(c), .weights = packed_turned};
}

static void backward_by_pixels(
    const struct convolution *c, size_t first, size_t end, const float *input,
    const float *packed_turned, const float *output, const uint8_t *winners,
    const float *gradient, float *weight_gradient, float *bias_gradient, float *input_gradient,
    float *scratch) {
    const struct image_size size = {c->height, c->width, c->inputs};
    const size_t image_count = c->height * c->width * c->inputs;
    const size_t result_count =
        (c->pooled ? (c->out_height / 2) * (c->out_width / 2) : c->out_height * c->out_width) *
        c->outputs;
    float *const padded = scratch, *const border = scratch + padded_count(c);
    const struct spread spread = spread_within(c, border);
    const struct convolved source = turned_source(c, border, packed_turned);
    memset(scratch, 0, convolution_backward_scratch(c) * sizeof(float));
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
        const struct results results = {
            .out = input_gradient + index * image_count, .width = c->width, .pixel = c->inputs};
        convolve_rows(&source, 0, c->height, &results);
    }
}

static void NAME(convolution_backward)(
    const struct convolution *c, size_t first, size_t end, const float *input,
    const float *packed_turned, const float *output, const uint8_t *winners,
    const float *gradient, float *weight_gradient, float *bias_gradient, float *input_gradient,
    float *scratch) {
    if (convolution_adds_windows(c))
        backward_by_windows(
            c, first, end, input, packed_turned, winners, gradient, weight_gradient, bias_gradient,
            input_gradient, scratch);
    else
        backward_by_pixels(
            c, first, end, input, packed_turned, output, winners, gradient, weight_gradient,
            bias_gradient, input_gradient, scratch);
}
