// The one loop in which the time is spent. Included once for each instruction set, which defines
// LANES (floats in a vector) and ROWS (rows of a tile, so that all sums stay in registers).
#include "CKernels.h"

#include <string.h>

typedef float vector __attribute__((vector_size(LANES * sizeof(float)), aligned(4)));

// Where the left factors of a tile's sums stand: `count` runs of `length` numbers; numbers of a run
// are `step` apart, runs `stride` apart. The right factors of the k-th number are the k-th row of
// `right`; rows are `right_stride` apart, and `right_skip` more from run to run.
struct runs {
    size_t count, length, step, stride;
    size_t right_stride, right_skip;
};

// Where the sums of a tile start and where they go: `start` may be NULL (zero), one row for all
// (stride 0: a bias) or the target itself (to add to it).
struct target {
    const float *start;
    size_t start_stride;
    float *out;
    size_t out_stride;
    size_t rows, columns;  // 1 to ROWS rows, 1 to 2 LANES columns
    bool relu;
};

typedef int32_t integers __attribute__((vector_size(LANES * sizeof(int32_t)), aligned(4)));
typedef uint8_t bytes __attribute__((vector_size(LANES), aligned(1)));

static inline vector load(const float *source) { return *(const vector *)source; }
static inline void store(float *out, vector value) { *(vector *)out = value; }

// The ReLU. What is not a number stays so, or a training that went wrong would go unnoticed.
static inline vector rectified(vector x) {
    return (vector)(~(integers)(x < 0) & (integers)x);
}

// Channels up to a whole number of vectors.
static inline size_t whole_vectors(size_t channels) {
    return (channels + LANES - 1) / LANES * LANES;
}

// Copies up to 2 LANES numbers, in pieces whose sizes are known: a call of memcpy would cost more.
static inline __attribute__((always_inline)) void copy_few(
    float *to, const float *from, size_t count) {
#pragma clang loop unroll(full)
    for (size_t piece = 2 * LANES; piece > 0; piece /= 2) {
        if ((count & piece) == 0) continue;
        memcpy(to, from, piece * sizeof(float));
        to += piece;
        from += piece;
    }
}

// sum[r][j] = start[r][j] + sum over k of left[r][k] right[k][j], for `height` rows and `vectors`
// whole vectors of columns. Only vector loads and stores touch `sums`, or they would not stay in
// registers.
static inline __attribute__((always_inline)) void tile_of(
    const int height, const int vectors, const float *const *left, const float *right,
    const struct runs *runs, const struct target *target) {
    // Read once, since what is written cannot change them.
    const float *const start = target->start;
    float *const out = target->out;
    const size_t start_stride = target->start_stride, out_stride = target->out_stride;
    vector sums[ROWS][2];
    for (int r = 0; r < height; r++)
        for (int v = 0; v < vectors; v++)
            sums[r][v] = start ? load(start + (size_t)r * start_stride + v * LANES) : (vector){0};
    for (size_t run = 0; run < runs->count; run++) {
        size_t at = run * runs->stride;
        for (size_t k = 0; k < runs->length; k++) {
            vector row[2];
            for (int v = 0; v < vectors; v++) row[v] = load(right + v * LANES);
            for (int r = 0; r < height; r++)
                for (int v = 0; v < vectors; v++) sums[r][v] += left[r][at] * row[v];
            at += runs->step;
            right += runs->right_stride;
        }
        right += runs->right_skip;
    }
    if (target->relu)
        for (int r = 0; r < height; r++)
            for (int v = 0; v < vectors; v++) sums[r][v] = rectified(sums[r][v]);
    for (int r = 0; r < height; r++)
        for (int v = 0; v < vectors; v++)
            store(out + (size_t)r * out_stride + v * LANES, sums[r][v]);
}

// A function for each size of a tile, so that its sums have registers of their own.
typedef void tile_function(
    const float *const *left, const float *right, const struct runs *runs,
    const struct target *target);

#define TILE(HEIGHT, VECTORS) \
    static __attribute__((noinline)) void tile_##HEIGHT##_##VECTORS( \
        const float *const *left, const float *right, const struct runs *runs, \
        const struct target *target) { \
        tile_of(HEIGHT, VECTORS, left, right, runs, target); \
    }
#define TILES(HEIGHT) TILE(HEIGHT, 1) TILE(HEIGHT, 2)
#define NAMES(HEIGHT) {tile_##HEIGHT##_1, tile_##HEIGHT##_2},
#if ROWS == 8
#define FOR_EACH_HEIGHT(DO) DO(1) DO(2) DO(3) DO(4) DO(5) DO(6) DO(7) DO(8)
#elif ROWS == 6
#define FOR_EACH_HEIGHT(DO) DO(1) DO(2) DO(3) DO(4) DO(5) DO(6)
#elif ROWS == 4
#define FOR_EACH_HEIGHT(DO) DO(1) DO(2) DO(3) DO(4)
#endif

FOR_EACH_HEIGHT(TILES)
static tile_function *const tiles[ROWS][2] = {FOR_EACH_HEIGHT(NAMES)};
#undef FOR_EACH_HEIGHT
#undef NAMES
#undef TILES
#undef TILE

// A tile of any size. One whose last vector hangs over the edge is computed beside its place. What
// stands to the right of the last column of `right` is read, and its sums are dropped.
static inline void tile(
    const float *const *left, const float *right, const struct runs *runs,
    const struct target *target) {
    tile_function *const sized = tiles[target->rows - 1][target->columns > LANES];
    if (target->columns % LANES == 0) {
        sized(left, right, runs, target);
        return;
    }
    float edge[ROWS][2 * LANES];
    struct target beside = {.out = edge[0], .out_stride = 2 * LANES, .relu = target->relu};
    if (target->start) {
        const size_t starts = target->start_stride == 0 ? 1 : target->rows;
        for (size_t r = 0; r < starts; r++)
            copy_few(edge[r], target->start + r * target->start_stride, target->columns);
        beside.start = edge[0];
        beside.start_stride = target->start_stride == 0 ? 0 : 2 * LANES;
    }
    sized(left, right, runs, &beside);
    for (size_t r = 0; r < target->rows; r++)
        copy_few(target->out + r * target->out_stride, edge[r], target->columns);
}

// Rows cut into tiles of nearly equal heights, since a tile of few rows would wait for its own sums:
// the first `taller` tiles have one row more than `height`.
struct tiling {
    size_t count, height, taller;
};

static inline struct tiling tiling(size_t rows) {
    const size_t count = (rows + ROWS - 1) / ROWS;
    if (count == 0) return (struct tiling){0};
    return (struct tiling){count, rows / count, rows % count};
}

// The first row of a tile; that of the next tile is its end.
static inline size_t tile_begin(const struct tiling *t, size_t number) {
    return number * t->height + (number < t->taller ? number : t->taller);
}
