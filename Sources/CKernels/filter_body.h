// Filters of pictures: a weighted sum of rows serves both axes, since the neighbours of a row's
// numbers are the same row, moved.

// out[i] = sum over t of weights[t] rows[t][i].
static void NAME(weighted_rows)(
    size_t taps, const float *const *rows, const float *weights, size_t length, float *out) {
    size_t i = 0;
    for (; i + 4 * LANES <= length; i += 4 * LANES) {
        vector a = {0}, b = {0}, c = {0}, d = {0};
        for (size_t t = 0; t < taps; t++) {
            const float *row = rows[t] + i;
            a += weights[t] * load(row);
            b += weights[t] * load(row + LANES);
            c += weights[t] * load(row + 2 * LANES);
            d += weights[t] * load(row + 3 * LANES);
        }
        store(out + i, a);
        store(out + i + LANES, b);
        store(out + i + 2 * LANES, c);
        store(out + i + 3 * LANES, d);
    }
    for (; i + LANES <= length; i += LANES) {
        vector sum = {0};
        for (size_t t = 0; t < taps; t++) sum += weights[t] * load(rows[t] + i);
        store(out + i, sum);
    }
    for (; i < length; i++) {
        float sum = 0;
        for (size_t t = 0; t < taps; t++) sum = __builtin_fmaf(weights[t], rows[t][i], sum);
        out[i] = sum;
    }
}
