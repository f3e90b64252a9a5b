// What the gates of a recurrent layer do in one step, and what a change of its result means for them.
// Rows are samples; a row of gates holds one gate after the other, each `hidden` numbers long.

// exp(x) between -87 and 87, which is as far as `Float` goes: 2^n exp(r) with whole n and |r| <= ln 2 / 2.
// What is not a number stays so. Coefficients: the Taylor polynomial of degree 7, whose error is below
// half a unit in the last place.
static inline __attribute__((always_inline)) vector float_exponential(vector x) {
    const vector lowest = (vector){0} - 87, highest = (vector){0} + 87;
    x = (vector)((integers)(x < lowest) & (integers)lowest | ~(integers)(x < lowest) & (integers)x);
    x = (vector)((integers)(x > highest) & (integers)highest |
        ~(integers)(x > highest) & (integers)x);
    // Adding and taking away 1.5 2^23 leaves the nearest whole number.
    const float whole = 12582912.0f;
    const vector shifted = x * 1.44269504f + whole;
    const vector n = shifted - whole;
    const vector r = (x - n * 0.693359375f) + n * 2.12194440e-4f;
    vector sum = (vector){0} + 1.0f / 5040;
    sum = sum * r + 1.0f / 720;
    sum = sum * r + 1.0f / 120;
    sum = sum * r + 1.0f / 24;
    sum = sum * r + 1.0f / 6;
    sum = sum * r + 0.5f;
    sum = sum * r + 1;
    sum = sum * r + 1;
    // The whole number stands in the lowest bits of `shifted`: moved to the place of the exponent.
    return sum * (vector)(((integers)shifted << 23) + 0x3F800000);
}

static inline __attribute__((always_inline)) vector sigmoid(vector x) {
    return 1 / (1 + float_exponential(-x));
}

static inline __attribute__((always_inline)) vector hyperbolic_tangent(vector x) {
    return 1 - 2 / (1 + float_exponential(x + x));
}

// The numbers of a gate that stand at `at`: a whole vector, or the `left` ones at the end of the row.
static inline __attribute__((always_inline)) vector part(const float *row, size_t at, size_t left) {
    return load_of_row(true, row + at, left);
}

static inline __attribute__((always_inline)) void put(
    float *row, size_t at, size_t left, vector value) {
    store_of_row(true, row + at, left, value);
}

// In the order r, z, n: h = (1 - z) n + z state. `gates` receives r, z, n and the last state's share of n.
static void NAME(gru_step)(
    size_t rows, size_t hidden, const float *seen, const float *remembered, const float *state,
    float *gates, float *next) {
    const size_t d = hidden;
    for (size_t row = 0; row < rows; row++) {
        for (size_t j = 0; j < d; j += LANES) {
            const size_t left = d - j;
            const vector r = sigmoid(part(seen, j, left) + part(remembered, j, left));
            const vector z = sigmoid(part(seen + d, j, left) + part(remembered + d, j, left));
            const vector m = part(remembered + 2 * d, j, left);
            const vector n = hyperbolic_tangent(part(seen + 2 * d, j, left) + r * m);
            put(gates, j, left, r);
            put(gates + d, j, left, z);
            put(gates + 2 * d, j, left, n);
            put(gates + 3 * d, j, left, m);
            put(next, j, left, n + z * (part(state, j, left) - n));
        }
        seen += 3 * d, remembered += 3 * d, state += d, gates += 4 * d, next += d;
    }
}

// dL/dh of the step's result to that of both shares and, along the way that z leaves open, of the state.
static void NAME(gru_gradients)(
    size_t rows, size_t hidden, const float *gates, const float *state, const float *gradient,
    float *seen, float *remembered, float *state_gradient) {
    const size_t d = hidden;
    for (size_t row = 0; row < rows; row++) {
        for (size_t j = 0; j < d; j += LANES) {
            const size_t left = d - j;
            const vector r = part(gates, j, left), z = part(gates + d, j, left);
            const vector n = part(gates + 2 * d, j, left), m = part(gates + 3 * d, j, left);
            const vector g = part(gradient, j, left);
            const vector of_n = g * (1 - z) * (1 - n * n);
            const vector of_z = g * (part(state, j, left) - n) * z * (1 - z);
            const vector of_r = of_n * m * r * (1 - r);
            put(seen, j, left, of_r);
            put(seen + d, j, left, of_z);
            put(seen + 2 * d, j, left, of_n);
            put(remembered, j, left, of_r);
            put(remembered + d, j, left, of_z);
            put(remembered + 2 * d, j, left, of_n * r);
            put(state_gradient, j, left, g * z);
        }
        gates += 4 * d, state += d, gradient += d;
        seen += 3 * d, remembered += 3 * d, state_gradient += d;
    }
}

// In the order i, f, g, o: c = f cell + i g, h = o tanh(c). `gates` receives i, f, g and o.
static void NAME(lstm_step)(
    size_t rows, size_t hidden, const float *seen, const float *remembered, const float *cell,
    float *gates, float *next_cell, float *next) {
    const size_t d = hidden;
    for (size_t row = 0; row < rows; row++) {
        for (size_t j = 0; j < d; j += LANES) {
            const size_t left = d - j;
            const vector i = sigmoid(part(seen, j, left) + part(remembered, j, left));
            const vector f = sigmoid(part(seen + d, j, left) + part(remembered + d, j, left));
            const vector g = hyperbolic_tangent(
                part(seen + 2 * d, j, left) + part(remembered + 2 * d, j, left));
            const vector o =
                sigmoid(part(seen + 3 * d, j, left) + part(remembered + 3 * d, j, left));
            const vector c = f * part(cell, j, left) + i * g;
            put(gates, j, left, i);
            put(gates + d, j, left, f);
            put(gates + 2 * d, j, left, g);
            put(gates + 3 * d, j, left, o);
            put(next_cell, j, left, c);
            put(next, j, left, o * hyperbolic_tangent(c));
        }
        seen += 4 * d, remembered += 4 * d, cell += d, gates += 4 * d, next_cell += d, next += d;
    }
}

// dL/dh and dL/dc of the step's result to that of the gates' sums and of the cell before.
static void NAME(lstm_gradients)(
    size_t rows, size_t hidden, const float *gates, const float *cell, const float *next_cell,
    const float *gradient, const float *next_cell_gradient, float *sums, float *cell_gradient) {
    const size_t d = hidden;
    for (size_t row = 0; row < rows; row++) {
        for (size_t j = 0; j < d; j += LANES) {
            const size_t left = d - j;
            const vector i = part(gates, j, left), f = part(gates + d, j, left);
            const vector g = part(gates + 2 * d, j, left), o = part(gates + 3 * d, j, left);
            const vector t = hyperbolic_tangent(part(next_cell, j, left));
            const vector of_h = part(gradient, j, left);
            const vector of_c =
                part(next_cell_gradient, j, left) + of_h * o * (1 - t * t);
            put(sums, j, left, of_c * g * i * (1 - i));
            put(sums + d, j, left, of_c * part(cell, j, left) * f * (1 - f));
            put(sums + 2 * d, j, left, of_c * i * (1 - g * g));
            put(sums + 3 * d, j, left, of_h * t * o * (1 - o));
            put(cell_gradient, j, left, of_c * f);
        }
        gates += 4 * d, cell += d, next_cell += d, gradient += d, next_cell_gradient += d;
        sums += 4 * d, cell_gradient += d;
    }
}
