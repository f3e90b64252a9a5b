// Batch normalisation of rows [row, feature]: sums over the rows, and what is computed from them for
// each number. Few or odd features would leave most of a vector empty; so some rows that lie side by
// side count as one wide row that fills whole vectors, and its sums are folded at the end.
enum { STRIP = 4 };              // vectors of a wide row whose sums stay in registers
enum { WIDE_ENOUGH = 512 };      // features of a row that needs no neighbours

// A block of rows as wide rows, and the rows that are left over.
struct wide_block {
    size_t features, rows;
    size_t side_by_side;  // rows of a wide row: a power of two
    size_t width, wide_rows, rest;
};

static struct wide_block wide_block(size_t rows, size_t features) {
    size_t side = 1;
    if (features < WIDE_ENOUGH)
        while (side * features % LANES != 0 || side * features < STRIP * LANES) side *= 2;
    return (struct wide_block){features, rows, side, side * features, rows / side, rows % side};
}

// Repeats what each feature has for all rows of a wide row.
static void spread(const struct wide_block *b, const float *features, float *wide) {
    memcpy(wide, features, b->features * sizeof(float));
    for (size_t done = b->features; done < b->width; done *= 2)
        memcpy(wide + done, wide, done * sizeof(float));
}

// Adds what the rows of a wide row have to what the first of them has.
static void fold(const struct wide_block *b, float *wide) {
    for (size_t half = b->width / 2; half >= b->features; half /= 2)
        for (size_t j = 0; j < half; j++) wide[j] += wide[j + half];
}

// With d = x - mean: sums += s and products += s d over the rows of `count` vectors, where s is the
// gradient, or d itself where that is NULL.
static inline __attribute__((always_inline)) void add_strip(
    const size_t count, size_t rows, size_t width, const float *x, const float *mean,
    const float *gradient, float *sums, float *products) {
    vector middle[STRIP], sum[STRIP], product[STRIP];
    for (size_t v = 0; v < count; v++) {
        middle[v] = load(mean + v * LANES);
        sum[v] = load(sums + v * LANES);
        product[v] = load(products + v * LANES);
    }
    for (size_t at = 0; at < rows * width; at += width) {
        for (size_t v = 0; v < count; v++) {
            const vector deviation = load(x + at + v * LANES) - middle[v];
            const vector share = gradient ? load(gradient + at + v * LANES) : deviation;
            sum[v] += share;
            product[v] += share * deviation;
        }
    }
    for (size_t v = 0; v < count; v++) {
        store(sums + v * LANES, sum[v]);
        store(products + v * LANES, product[v]);
    }
}

// The same for all columns of some rows: strips, single vectors, single numbers.
static inline __attribute__((always_inline)) void add_columns(
    size_t rows, size_t width, const float *x, const float *mean, const float *gradient,
    float *sums, float *products) {
    size_t j = 0;
    for (; j + STRIP * LANES <= width; j += STRIP * LANES)
        add_strip(
            STRIP, rows, width, x + j, mean + j, gradient ? gradient + j : NULL, sums + j,
            products + j);
    for (; j + LANES <= width; j += LANES)
        add_strip(
            1, rows, width, x + j, mean + j, gradient ? gradient + j : NULL, sums + j,
            products + j);
    for (size_t row = 0; row < rows; row++) {
        for (size_t k = j; k < width; k++) {
            const float deviation = x[row * width + k] - mean[k];
            const float share = gradient ? gradient[row * width + k] : deviation;
            sums[k] += share;
            products[k] += share * deviation;
        }
    }
}

// A loop of its own for each kind of sums, so that no row asks which kind it is.
static void add_rows(
    size_t rows, size_t width, const float *x, const float *mean, const float *gradient,
    float *sums, float *products) {
    if (gradient) add_columns(rows, width, x, mean, gradient, sums, products);
    else add_columns(rows, width, x, mean, NULL, sums, products);
}

// The sums of a whole block; `sums` may be `mean`.
static void add_block(
    const struct wide_block *b, const float *x, const float *mean, const float *gradient,
    float *sums, float *products, float *scratch) {
    float *wide_mean = scratch, *wide_sums = wide_mean + b->width;
    float *wide_products = wide_sums + b->width;
    spread(b, mean, wide_mean);
    memset(wide_sums, 0, 2 * b->width * sizeof(float));
    add_rows(b->wide_rows, b->width, x, wide_mean, gradient, wide_sums, wide_products);
    fold(b, wide_sums);
    fold(b, wide_products);
    const size_t done = b->wide_rows * b->width;
    add_rows(
        b->rest, b->features, x + done, wide_mean, gradient ? gradient + done : NULL, wide_sums,
        wide_products);
    memcpy(sums, wide_sums, b->features * sizeof(float));
    memcpy(products, wide_products, b->features * sizeof(float));
}

static void NAME(batch_gradient_sums)(
    size_t rows, size_t features, const float *x, const float *mean, const float *gradient,
    float *sums, float *products, float *scratch) {
    const struct wide_block block = wide_block(rows, features);
    add_block(&block, x, mean, gradient, sums, products, scratch);
}

// The second pass corrects the mean by what the deviations from it add up to: rounding leaves the
// first sum a little off.
static void NAME(batch_statistics)(
    size_t rows, size_t features, const float *x, float *mean, float *squares, float *scratch) {
    const struct wide_block block = wide_block(rows, features);
    float *left = scratch + 3 * block.width;
    memset(mean, 0, features * sizeof(float));
    add_block(&block, x, mean, NULL, mean, squares, scratch);
    for (size_t k = 0; k < features; k++) mean[k] /= (float)rows;
    add_block(&block, x, mean, NULL, left, squares, scratch);
    for (size_t k = 0; k < features; k++) {
        mean[k] += left[k] / (float)rows;
        squares[k] -= left[k] * left[k] / (float)rows;
        if (squares[k] < 0) squares[k] = 0;  // what is not a number stays so
    }
}

// What each feature has, repeated for a wide row.
struct combination {
    const float *mean, *slope, *shift, *rate;
};

static inline __attribute__((always_inline)) void combine_columns(
    size_t rows, size_t width, const float *x, const float *gradient,
    const struct combination *wide, float *out) {
    const struct combination w = *wide;  // a copy, since what is written cannot change it
    for (size_t at = 0; at < rows * width; at += width) {
        size_t j = 0;
        for (; j + LANES <= width; j += LANES) {
            vector sum = load(w.shift + j) +
                (load(x + at + j) - load(w.mean + j)) * load(w.slope + j);
            if (gradient) sum += load(gradient + at + j) * load(w.rate + j);
            store(out + at + j, sum);
        }
        for (; j < width; j++) {
            float sum = w.shift[j] + (x[at + j] - w.mean[j]) * w.slope[j];
            if (gradient) sum += gradient[at + j] * w.rate[j];
            out[at + j] = sum;
        }
    }
}

static void NAME(batch_combine)(
    size_t rows, size_t features, const float *x, const struct batch_combination *c, float *out,
    float *scratch) {
    const struct wide_block block = wide_block(rows, features), *b = &block;
    float *mean = scratch, *slope = mean + b->width;
    float *shift = slope + b->width, *rate = shift + b->width;
    spread(b, c->mean, mean);
    spread(b, c->slope, slope);
    spread(b, c->shift, shift);
    if (c->gradient) spread(b, c->rate, rate);
    const struct combination wide = {mean, slope, shift, rate};
    const size_t done = b->wide_rows * b->width;
    if (c->gradient) {
        combine_columns(b->wide_rows, b->width, x, c->gradient, &wide, out);
        combine_columns(b->rest, features, x + done, c->gradient + done, &wide, out + done);
    } else {
        combine_columns(b->wide_rows, b->width, x, NULL, &wide, out);
        combine_columns(b->rest, features, x + done, NULL, &wide, out + done);
    }
}
