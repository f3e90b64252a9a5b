// The matrix product in panels of two vectors of columns and blocks of DEPTH_BLOCK products.
enum { PANEL = 2 * LANES, DEPTH_BLOCK = 256, ROW_BLOCK = 512 };

// A panel that few rows use is not worth a copy, unless its rows lie so far apart that they drive
// each other from the caches.
enum { FEW_ROWS = 64, FEW_COLUMNS = 512 };

static inline size_t smaller(size_t a, size_t b) { return a < b ? a : b; }
static inline size_t larger(size_t a, size_t b) { return a > b ? a : b; }

typedef float quad __attribute__((vector_size(16), aligned(4)));

// Lays four lines of four numbers, `stride` apart, side by side.
static inline void transpose_quads(const float *lines, size_t stride, float *panel) {
    quad line[4];
    for (int i = 0; i < 4; i++) line[i] = *(const quad *)(lines + (size_t)i * stride);
    const quad upper = __builtin_shufflevector(line[0], line[1], 0, 4, 1, 5);
    const quad lower = __builtin_shufflevector(line[0], line[1], 2, 6, 3, 7);
    const quad upper_right = __builtin_shufflevector(line[2], line[3], 0, 4, 1, 5);
    const quad lower_right = __builtin_shufflevector(line[2], line[3], 2, 6, 3, 7);
    *(quad *)panel = __builtin_shufflevector(upper, upper_right, 0, 1, 4, 5);
    *(quad *)(panel + PANEL) = __builtin_shufflevector(upper, upper_right, 2, 3, 6, 7);
    *(quad *)(panel + 2 * PANEL) = __builtin_shufflevector(lower, lower_right, 0, 1, 4, 5);
    *(quad *)(panel + 3 * PANEL) = __builtin_shufflevector(lower, lower_right, 2, 3, 6, 7);
}

// Lays `columns` (4 or fewer) lines of `depth` numbers, `stride` apart, side by side. Few lines at a
// time, since lines a power of two apart would drive each other from the nearest cache.
static void transpose(
    const float *lines, size_t stride, size_t columns, size_t depth, float *panel) {
    size_t row = 0;
    if (columns == 4)
        for (; row + 4 <= depth; row += 4)
            transpose_quads(lines + row, stride, panel + row * PANEL);
    for (size_t column = 0; column < columns; column++)
        for (size_t rest = row; rest < depth; rest++)
            panel[rest * PANEL + column] = lines[column * stride + rest];
}

// Copies rows [k, k + depth) and columns [j, j + columns) of op(b) side by side, zeros behind.
static void pack_panel(
    const struct matrix_product *p, const float *b, size_t k, size_t depth, size_t j,
    size_t columns, float *panel) {
    if (columns < PANEL) memset(panel, 0, depth * PANEL * sizeof(float));
    if (p->transposes_b) {
        for (size_t column = 0; column < columns; column += 4)
            transpose(
                b + (j + column) * p->depth + k, p->depth, smaller(4, columns - column), depth,
                panel + column);
    } else {
        for (size_t row = 0; row < depth; row++)
            memcpy(
                panel + row * PANEL, b + (k + row) * p->columns + j, columns * sizeof(float));
    }
}

// A part of a product: rows times a panel of columns, over some of the depth.
struct part {
    size_t first_row, end_row, first_column, columns, first_depth, depth;
    bool uses_b;  // where it stands, without a copy
};

static void add_part(
    const struct matrix_product *p, const struct part *part, const float *a, const float *b,
    const float *bias, float *c) {
    float panel[DEPTH_BLOCK * PANEL] __attribute__((aligned(64)));
    const size_t j = part->first_column, k = part->first_depth;
    const size_t row_stride = p->transposes_a ? 1 : p->depth;
    const size_t step = p->transposes_a ? p->rows : 1;
    const struct runs runs = {
        .count = 1, .length = part->depth, .step = step,
        .right_stride = part->uses_b ? p->columns : PANEL};
    const float *const right = part->uses_b ? b + k * p->columns + j : panel;
    if (!part->uses_b) pack_panel(p, b, k, part->depth, j, part->columns, panel);
    const struct tiling tiles = tiling(part->end_row - part->first_row);
    for (size_t t = 0; t < tiles.count; t++) {
        const size_t i = part->first_row + tile_begin(&tiles, t);
        struct target target = {
            .out = c + i * p->columns + j, .out_stride = p->columns,
            .rows = part->first_row + tile_begin(&tiles, t + 1) - i, .columns = part->columns,
            .relu = p->relu && k + part->depth == p->depth};
        if (k > 0) {
            target.start = target.out;
            target.start_stride = p->columns;
        } else if (bias) {
            target.start = bias + j;
        }
        const float *left[ROWS];
        for (size_t r = 0; r < target.rows; r++)
            left[r] = a + (i + r) * row_stride + k * step;
        tile(left, right, &runs, &target);
    }
}

// Of the left matrix, ROW_BLOCK rows times DEPTH_BLOCK stay in the second cache while all columns
// pass by.
static void NAME(matrix_product_block)(
    const struct matrix_product *p, const struct matrix_block *block, const float *a,
    const float *b, const float *bias, float *c) {
    const bool is_used_seldom =
        block->end_row - block->first_row <= FEW_ROWS && p->columns <= FEW_COLUMNS;
    struct part part;
    for (size_t i = block->first_row; i < block->end_row; i += ROW_BLOCK) {
        part.first_row = i;
        part.end_row = smaller(i + ROW_BLOCK, block->end_row);
        part.first_depth = 0;
        do {  // at least once, so that a product of depth 0 is the bias
            part.depth = smaller(DEPTH_BLOCK, p->depth - part.first_depth);
            for (size_t j = block->first_column; j < block->end_column; j += PANEL) {
                part.first_column = j;
                part.columns = smaller(PANEL, block->end_column - j);
                const size_t readable = part.columns <= LANES ? LANES : PANEL;
                part.uses_b =
                    is_used_seldom && !p->transposes_b && j + readable <= p->columns;
                add_part(p, &part, a, b, bias, c);
            }
            part.first_depth += part.depth;
        } while (part.first_depth < p->depth);
    }
}
