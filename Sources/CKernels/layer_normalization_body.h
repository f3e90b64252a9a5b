// Layer normalisation, row by row: a row stays in the nearest cache while it passes by three times.

#if LANES >= 8
typedef float octet __attribute__((vector_size(32), aligned(4)));
#endif

// The sum of a vector's numbers.
static inline __attribute__((always_inline)) float total(vector v) {
#if LANES == 16
    const octet half = __builtin_shufflevector(v, v, 0, 1, 2, 3, 4, 5, 6, 7) +
        __builtin_shufflevector(v, v, 8, 9, 10, 11, 12, 13, 14, 15);
#elif LANES == 8
    const octet half = v;
#endif
#if LANES >= 8
    const quad q = __builtin_shufflevector(half, half, 0, 1, 2, 3) +
        __builtin_shufflevector(half, half, 4, 5, 6, 7);
#else
    const quad q = v;
#endif
    return (q[0] + q[2]) + (q[1] + q[3]);
}

// A whole vector, or the last few numbers of a row with `padding` behind them.
static inline __attribute__((always_inline)) vector load_few(
    const float *source, size_t count, float padding) {
    if (count >= LANES) return load(source);
    vector result = (vector){0} + padding;
    copy_few((float *)&result, source, count);
    return result;
}

static inline __attribute__((always_inline)) void store_few(
    float *out, size_t count, vector value) {
    if (count >= LANES) store(out, value);
    else copy_few(out, (const float *)&value, count);
}

static float mean_of_row(size_t features, const float *x) {
    vector sum = {0};
    for (size_t j = 0; j < features; j += LANES) sum += load_few(x + j, features - j, 0);
    return total(sum) / (float)features;
}

static float variance_of_row(size_t features, const float *x, float mean) {
    vector squares = {0};
    for (size_t j = 0; j < features; j += LANES) {
        const vector deviation = load_few(x + j, features - j, mean) - mean;
        squares += deviation * deviation;
    }
    return total(squares) / (float)features;
}

static void NAME(layer_normalize)(
    size_t rows, size_t features, const float *x, const float *scale, const float *shift,
    float epsilon, float *out, float *means, float *variances) {
    for (size_t row = 0; row < rows; row++, x += features, out += features) {
        const float mean = mean_of_row(features, x);
        const float variance = variance_of_row(features, x, mean);
        const float inverse = 1 / __builtin_sqrtf(variance + epsilon);
        for (size_t j = 0; j < features; j += LANES) {
            const size_t left = features - j;
            const vector normal = (load_few(x + j, left, mean) - mean) * inverse;
            store_few(
                out + j, left,
                normal * load_few(scale + j, left, 0) + load_few(shift + j, left, 0));
        }
        means[row] = mean;
        variances[row] = variance;
    }
}

// The two means over a row that its gradient needs, and its share of scale and shift.
struct row_sums {
    float gradient, product;
};

static inline struct row_sums add_row_gradient(
    size_t features, const float *x, const float *scale, const float *gradient, float mean,
    float inverse, float *scale_sums, float *shift_sums) {
    vector sum = {0}, products = {0};
    for (size_t j = 0; j < features; j += LANES) {
        const size_t left = features - j;
        const vector g = load_few(gradient + j, left, 0);
        const vector normal = (load_few(x + j, left, mean) - mean) * inverse;
        const vector scaled = g * load_few(scale + j, left, 0);
        store(scale_sums + j, load(scale_sums + j) + g * normal);
        store(shift_sums + j, load(shift_sums + j) + g);
        sum += scaled;
        products += scaled * normal;
    }
    return (struct row_sums){
        total(sum) / (float)features, total(products) / (float)features};
}

static void NAME(layer_gradients)(
    size_t rows, size_t features, const float *x, const float *scale, float epsilon,
    const float *means, const float *variances, const float *gradient, float *scale_sums,
    float *shift_sums, float *input_gradient) {
    for (size_t row = 0; row < rows; row++, x += features, gradient += features) {
        const float mean = means[row];
        const float inverse = 1 / __builtin_sqrtf(variances[row] + epsilon);
        const struct row_sums sums = add_row_gradient(
            features, x, scale, gradient, mean, inverse, scale_sums, shift_sums);
        if (input_gradient == NULL) continue;
        for (size_t j = 0; j < features; j += LANES) {
            const size_t left = features - j;
            const vector normal = (load_few(x + j, left, mean) - mean) * inverse;
            const vector scaled =
                load_few(gradient + j, left, 0) * load_few(scale + j, left, 0);
            store_few(
                input_gradient + j, left,
                (scaled - sums.gradient - normal * sums.product) * inverse);
        }
        input_gradient += features;
    }
}
