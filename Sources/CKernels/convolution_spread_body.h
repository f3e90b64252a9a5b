// The gradient before activation and pooling, inside a border of zeros: what the gradients of
// weights, bias and input are computed from. With a stride, its pixels stand that far apart: then
// the pullback to the input is a plain convolution.
struct spread {
    float *pixels;      // the first pixel
    size_t row, pixel;  // distances
};

// Channels `gradient` of a pooled pixel go to the one of four pixels that won.
static void spread_pooled(
    const struct convolution *c, const float *gradient, const uint8_t *winners, struct spread to) {
    for (size_t y = 0; y < c->out_height / 2; y++) {
        for (size_t x = 0; x < c->out_width / 2; x++) {
            float *out = to.pixels + 2 * y * to.row + 2 * x * to.pixel;
            for (size_t k = 0; k < c->outputs; k++)
                for (size_t place = 0; place < 4; place++)
                    out[place / 2 * to.row + place % 2 * to.pixel + k] =
                        winners[k] == place ? gradient[k] : 0;
            gradient += c->outputs;
            winners += c->outputs;
        }
    }
}

// The gradients of `count` numbers in a row; none passes a ReLU that gave 0.
static void spread_run(
    bool relu, size_t count, const float *gradient, const float *output, float *to) {
    if (relu)
        for (size_t k = 0; k < count; k++) to[k] = output[k] <= 0 ? 0 : gradient[k];
    else
        memcpy(to, gradient, count * sizeof(float));
}

static void spread_plain(
    const struct convolution *c, const float *gradient, const float *output, struct spread to) {
    const size_t pixel = c->outputs, row = c->out_width * pixel;
    for (size_t y = 0; y < c->out_height; y++) {
        const size_t from = y * row;
        float *out = to.pixels + y * to.row;
        if (to.pixel == pixel) {
            spread_run(c->relu, row, gradient + from, output + from, out);
            continue;
        }
        for (size_t x = 0; x < c->out_width; x++)
            spread_run(
                c->relu, pixel, gradient + from + x * pixel, output + from + x * pixel,
                out + x * to.pixel);
    }
}

static void add_bias_gradient(
    const struct convolution *c, struct spread gradient, float *bias_gradient) {
    for (size_t j = 0; j < c->outputs; j += LANES) {
        vector sum = {0};
        for (size_t y = 0; y < c->out_height; y++)
            for (size_t x = 0; x < c->out_width; x++)
                sum += load(gradient.pixels + y * gradient.row + x * gradient.pixel + j);
        const size_t channels = smaller(LANES, c->outputs - j);
        for (size_t k = 0; k < channels; k++) bias_gradient[j + k] += sum[k];
    }
}
