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

// The rows of a block. A last vector that hangs over the end of a row reaches into the next one:
// what it reads there is put to zero, what it writes there is written again with the next row. Only
// where it would reach out of the block is it copied number by number.
struct layer_rows {
    size_t rows, features;
    vector kept;  // ones in all bits of the numbers of a last vector that belong to the row
};

static struct layer_rows layer_rows(size_t rows, size_t features) {
    integers kept;
    const size_t rest = features % LANES;
    for (size_t i = 0; i < LANES; i++) kept[i] = rest == 0 || i < rest ? -1 : 0;
    return (struct layer_rows){rows, features, (vector)kept};
}

static inline bool hangs_out(const struct layer_rows *r, size_t row) {
    return row * r->features + whole_vectors(r->features) > r->rows * r->features;
}

// A vector with zeros in place of what does not belong to the row.
static inline vector keep(const struct layer_rows *r, size_t left, vector v) {
    return left >= LANES ? v : (vector)((integers)v & (integers)r->kept);
}

static inline __attribute__((always_inline)) vector load_of_row(
    const bool is_careful, const float *source, size_t left) {
    if (!is_careful || left >= LANES) return load(source);
    vector result = {0};
    copy_few((float *)&result, source, left);
    return result;
}

static inline __attribute__((always_inline)) void store_of_row(
    const bool is_careful, float *out, size_t left, vector value) {
    if (!is_careful || left >= LANES) store(out, value);
    else copy_few(out, (const float *)&value, left);
}

// The mean of a row, and of its squared deviations from it.
struct row_moments {
    float mean, variance;
};

static inline __attribute__((always_inline)) struct row_moments moments_of_row(
    const bool is_careful, const struct layer_rows *r, const float *x) {
    vector sum = {0}, squares = {0};
    for (size_t j = 0; j < r->features; j += LANES) {
        const size_t left = r->features - j;
        sum += keep(r, left, load_of_row(is_careful, x + j, left));
    }
    const float mean = total(sum) / (float)r->features;
    for (size_t j = 0; j < r->features; j += LANES) {
        const size_t left = r->features - j;
        const vector deviation = keep(r, left, load_of_row(is_careful, x + j, left) - mean);
        squares += deviation * deviation;
    }
    return (struct row_moments){mean, total(squares) / (float)r->features};
}

static inline __attribute__((always_inline)) struct row_moments normalize_row(
    const bool is_careful, const struct layer_rows *r, const float *x, const float *scale,
    const float *shift, float epsilon, float *out) {
    const struct row_moments moments = moments_of_row(is_careful, r, x);
    const float inverse = 1 / __builtin_sqrtf(moments.variance + epsilon);
    for (size_t j = 0; j < r->features; j += LANES) {
        const size_t left = r->features - j;
        const vector normal = (load_of_row(is_careful, x + j, left) - moments.mean) * inverse;
        store_of_row(is_careful, out + j, left, normal * load(scale + j) + load(shift + j));
    }
    return moments;
}

static void NAME(layer_normalize)(
    size_t rows, size_t features, const float *x, const float *scale, const float *shift,
    float epsilon, float *out, float *means, float *variances) {
    const struct layer_rows block = layer_rows(rows, features), *r = &block;
    for (size_t row = 0; row < rows; row++, x += features, out += features) {
        const struct row_moments moments = hangs_out(r, row)
            ? normalize_row(true, r, x, scale, shift, epsilon, out)
            : normalize_row(false, r, x, scale, shift, epsilon, out);
        means[row] = moments.mean;
        variances[row] = moments.variance;
    }
}

// What the gradient of a row needs: adds its share to scale and shift, writes that of the input.
struct row_gradient {
    const float *x, *scale, *gradient;
    float mean, inverse;
    float *scale_sums, *shift_sums, *input_gradient;
};

static inline __attribute__((always_inline)) void add_row_gradient(
    const bool is_careful, const struct layer_rows *r, const struct row_gradient *row) {
    const struct row_gradient w = *row;  // a copy, since what is written cannot change it
    vector sum = {0}, products = {0};
    for (size_t j = 0; j < r->features; j += LANES) {
        const size_t left = r->features - j;
        const vector g = keep(r, left, load_of_row(is_careful, w.gradient + j, left));
        const vector deviation =
            keep(r, left, load_of_row(is_careful, w.x + j, left) - w.mean);
        const vector normal = deviation * w.inverse;
        const vector scaled = g * load(w.scale + j);
        store(w.scale_sums + j, load(w.scale_sums + j) + g * normal);
        store(w.shift_sums + j, load(w.shift_sums + j) + g);
        sum += scaled;
        products += scaled * normal;
    }
    if (w.input_gradient == NULL) return;
    const float mean = total(sum) / (float)r->features;
    const float product = total(products) / (float)r->features;
    for (size_t j = 0; j < r->features; j += LANES) {
        const size_t left = r->features - j;
        const vector normal = (load_of_row(is_careful, w.x + j, left) - w.mean) * w.inverse;
        const vector scaled =
            load_of_row(is_careful, w.gradient + j, left) * load(w.scale + j);
        store_of_row(
            is_careful, w.input_gradient + j, left,
            (scaled - mean - normal * product) * w.inverse);
    }
}

static void NAME(layer_gradients)(
    size_t rows, size_t features, const float *x, const float *scale, float epsilon,
    const float *means, const float *variances, const float *gradient, float *scale_sums,
    float *shift_sums, float *input_gradient) {
    const struct layer_rows block = layer_rows(rows, features);
    for (size_t row = 0; row < rows; row++) {
        const size_t at = row * features;
        const struct row_gradient part = {
            x + at, scale, gradient + at, means[row],
            1 / __builtin_sqrtf(variances[row] + epsilon), scale_sums, shift_sums,
            input_gradient ? input_gradient + at : NULL};
        if (hangs_out(&block, row)) add_row_gradient(true, &block, &part);
        else add_row_gradient(false, &block, &part);
    }
}
