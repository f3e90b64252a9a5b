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
    size_t rows, columns;  // how many of the tile's are wanted
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

// sum[r][j] = start[r][j] + sum over k of left[r][k] right[k][j], for `height` rows and `vectors`
// vectors of columns. Only vector loads and stores touch `sums`, or it would not stay in registers:
// a tile that hangs over the edge goes through `edge`.
static inline __attribute__((always_inline)) void tile_of(
    const int height, const int vectors, const float *const left[ROWS], const float *right, const struct runs *runs,
    const struct target *target) {
    vector sums[ROWS][2];
    float edge[ROWS][2 * LANES];
    const bool whole = target->columns >= (size_t)vectors * LANES;
    const float *start = target->start;
    size_t start_stride = target->start_stride;
    if (start && !whole) {
        for (size_t r = 0; r < target->rows; r++)
            memcpy(edge[r], start + r * start_stride, target->columns * sizeof(float));
        start = edge[0];
        start_stride = 2 * LANES;
    }
    for (int r = 0; r < height; r++) {
        const size_t row = (size_t)r < target->rows ? (size_t)r : 0;
        for (int v = 0; v < vectors; v++)
            sums[r][v] = start ? load(start + row * start_stride + v * LANES) : (vector){0};
    }
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
    float *out = whole ? target->out : edge[0];
    const size_t out_stride = whole ? target->out_stride : 2 * LANES;
    for (int r = 0; r < height; r++) {
        if ((size_t)r >= target->rows) break;
        for (int v = 0; v < vectors; v++)
            store(
                out + r * out_stride + v * LANES,
                target->relu ? rectified(sums[r][v]) : sums[r][v]);
    }
    if (whole) return;
    for (size_t r = 0; r < target->rows; r++)
        memcpy(target->out + r * target->out_stride, edge[r], target->columns * sizeof(float));
}

// The sizes of a tile: whole, half and a single row, of one or two vectors. What hangs over the edge of
// a tile is computed for nothing, so a smaller one is taken where it is enough; the sums are the same.
#define TILE(NAME_OF_TILE, HEIGHT, VECTORS) \
    static __attribute__((noinline)) void NAME_OF_TILE( \
        const float *const left[ROWS], const float *right, const struct runs *runs, \
        const struct target *target) { \
        tile_of(HEIGHT, VECTORS, left, right, runs, target); \
    }
TILE(whole_tile_one, ROWS, 1)
TILE(whole_tile_two, ROWS, 2)
TILE(half_tile_one, ROWS / 2, 1)
TILE(half_tile_two, ROWS / 2, 2)
TILE(row_one, 1, 1)
TILE(row_two, 1, 2)
#undef TILE

// The smallest tile that is enough.
static inline void tile(
    const float *const left[ROWS], const float *right, const struct runs *runs,
    const struct target *target) {
    const bool is_narrow = target->columns <= LANES;
    if (target->rows == 1) {
        if (is_narrow) row_one(left, right, runs, target);
        else row_two(left, right, runs, target);
    } else if (target->rows <= ROWS / 2) {
        if (is_narrow) half_tile_one(left, right, runs, target);
        else half_tile_two(left, right, runs, target);
    } else if (is_narrow) {
        whole_tile_one(left, right, runs, target);
    } else {
        whole_tile_two(left, right, runs, target);
    }
}
