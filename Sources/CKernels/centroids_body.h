// Squared distances of samples from centroids. LANES samples stand side by side in the lanes of a
// vector, so that the nearest centroid is found by comparing whole vectors.

// Each sum of squares has a vector of its own; eight of them hide the time that one takes.
enum { MOST_AT_ONCE = 8 };

// Two vectors shuffled like two halves of a pack of cards.
#if LANES == 16
#define LOWER_HALVES 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23
#define UPPER_HALVES 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31
#elif LANES == 8
#define LOWER_HALVES 0, 8, 1, 9, 2, 10, 3, 11
#define UPPER_HALVES 4, 12, 5, 13, 6, 14, 7, 15
#else
#define LOWER_HALVES 0, 4, 1, 5
#define UPPER_HALVES 2, 6, 3, 7
#endif

// Transposes LANES lines of LANES numbers: shuffling the whole pack until each card has passed through
// all places of its line, which takes log2(LANES) turns.
static inline __attribute__((always_inline)) void transpose_square(
    const float *lines, size_t stride, float *panel) {
    vector row[LANES], shuffled[LANES];
#pragma clang loop unroll(full)
    for (int i = 0; i < LANES; i++) row[i] = load(lines + (size_t)i * stride);
#pragma clang loop unroll(full)
    for (int turn = 1; turn < LANES; turn *= 2) {
#pragma clang loop unroll(full)
        for (int i = 0; i < LANES / 2; i++) {
            shuffled[2 * i] = __builtin_shufflevector(row[i], row[i + LANES / 2], LOWER_HALVES);
            shuffled[2 * i + 1] =
                __builtin_shufflevector(row[i], row[i + LANES / 2], UPPER_HALVES);
        }
#pragma clang loop unroll(full)
        for (int i = 0; i < LANES; i++) row[i] = shuffled[i];
    }
#pragma clang loop unroll(full)
    for (int i = 0; i < LANES; i++) store(panel + i * LANES, row[i]);
}
#undef LOWER_HALVES
#undef UPPER_HALVES

// Lays up to LANES samples side by side: row f of the panel holds feature f of each of them. The last
// sample fills the lanes that are left.
static void pack_samples(const float *samples, size_t features, size_t count, float *panel) {
    size_t f = 0;
    if (count >= LANES)
        for (; f + LANES <= features; f += LANES)
            transpose_square(samples + f, features, panel + f * LANES);
    for (; f < features; f++)
        for (size_t lane = 0; lane < LANES; lane++)
            panel[f * LANES + lane] = samples[smaller(lane, count - 1) * features + f];
}

// Sums over f of (x_f - c_f)^2 for the samples of a panel and `count` centroids, one below the other.
static inline __attribute__((always_inline)) void distances_from(
    const int count, const float *panel, size_t features, const float *centroids,
    vector *distances) {
    vector sums[MOST_AT_ONCE] = {{0}};
    for (size_t f = 0; f < features; f++) {
        const vector x = load(panel + f * LANES);
#pragma clang loop unroll(full)
        for (int k = 0; k < count; k++) {
            const vector difference = x - centroids[(size_t)k * features + f];
            sums[k] += difference * difference;
        }
    }
    for (int k = 0; k < count; k++) distances[k] = sums[k];
}

// The distances from as many of `left` centroids as can be had at once; returns how many.
static inline size_t some_distances(
    const float *panel, size_t features, const float *centroids, size_t left,
    vector *distances) {
    if (left >= MOST_AT_ONCE) {
        distances_from(MOST_AT_ONCE, panel, features, centroids, distances);
        return MOST_AT_ONCE;
    }
    if (left >= 4) {
        distances_from(4, panel, features, centroids, distances);
        return 4;
    }
    distances_from(1, panel, features, centroids, distances);
    return 1;
}

static double sum_of_lanes(vector x, size_t count) {
    float lanes[LANES];
    store(lanes, x);
    double sum = 0;
    for (size_t lane = 0; lane < count; lane++) sum += lanes[lane];
    return sum;
}

static double NAME(nearest_centroids)(
    size_t features, size_t clusters, const float *centroids, size_t count,
    const float *samples, int32_t *labels, float *scratch) {
    double sum = 0;
    for (size_t i = 0; i < count; i += LANES) {
        const size_t width = smaller(LANES, count - i);
        pack_samples(samples + i * features, features, width, scratch);
        vector least = (vector){0} + __builtin_inff();
        integers label = {0};
        for (size_t k = 0; k < clusters;) {
            vector found[MOST_AT_ONCE];
            const size_t some = some_distances(
                scratch, features, centroids + k * features, clusters - k, found);
            for (size_t j = 0; j < some; j++, k++) {
                const integers nearer = found[j] < least;
                label = (nearer & (int32_t)k) | (~nearer & label);
                least = (vector)((nearer & (integers)found[j]) | (~nearer & (integers)least));
            }
        }
        if (width == LANES) *(integers *)(labels + i) = label;
        else memcpy(labels + i, &label, width * sizeof(int32_t));
        sum += sum_of_lanes(least, width);
    }
    return sum;
}

static void NAME(squared_distances)(
    size_t features, size_t clusters, const float *centroids, size_t count,
    const float *samples, float *distances, size_t stride, float *scratch) {
    for (size_t i = 0; i < count; i += LANES) {
        const size_t width = smaller(LANES, count - i);
        pack_samples(samples + i * features, features, width, scratch);
        for (size_t k = 0; k < clusters;) {
            vector found[MOST_AT_ONCE];
            const size_t some = some_distances(
                scratch, features, centroids + k * features, clusters - k, found);
            for (size_t j = 0; j < some; j++, k++)
                memcpy(distances + k * stride + i, &found[j], width * sizeof(float));
        }
    }
}

// A sum that was just stored is slow to be loaded again: neighbours add to two tables in turn, in
// pieces of eight numbers, which some processors hand on faster than sixteen.
typedef float eight __attribute__((vector_size(8 * sizeof(float)), aligned(4)));

static void NAME(add_to_clusters)(
    size_t features, size_t clusters, const float *centroids, size_t count,
    const float *samples, const int32_t *labels, double *sums, int64_t *counts,
    float *scratch) {
    const size_t table = clusters * features;
    memset(scratch, 0, 2 * table * sizeof(float));
    for (size_t i = 0; i < count; i++) {
        const size_t cluster = (size_t)labels[i];
        const float *const x = samples + i * features, *const c = centroids + cluster * features;
        float *const sum = scratch + (i % 2) * table + cluster * features;
        counts[cluster]++;
        size_t f = 0;
        for (; f + 8 <= features; f += 8)
            *(eight *)(sum + f) += *(const eight *)(x + f) - *(const eight *)(c + f);
        for (; f < features; f++) sum[f] += x[f] - c[f];
    }
    for (size_t i = 0; i < table; i++) sums[i] += (double)scratch[i] + scratch[table + i];
}
