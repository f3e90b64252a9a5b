// Steps between colour spaces, on rows of separate channels in place.
//
// Powers are roots, and roots are found by Halley's method, which triples the number of right digits
// with each step: quicker than a logarithm and an exponential, and as exact as a float. The first
// guess divides the exponent in the bits of the number (Kahan, Computing a real cube root, 1991).

static inline __attribute__((always_inline)) vector guessed_root(
    vector x, float degree, float offset) {
    const vector bits = __builtin_convertvector((integers)x, vector);
    return (vector)__builtin_convertvector(bits * (1 / degree) + offset, integers);
}

// The third root of numbers above 0.
static inline __attribute__((always_inline)) vector cube_root(vector x) {
    vector y = guessed_root(x, 3, 709958144.0f);
    for (int step = 0; step < 2; step++) {
        const vector cube = y * y * y;
        y += y * (x - cube) / (2 * cube + x);
    }
    return y;
}

// The fifth root of numbers above 0.
static inline __attribute__((always_inline)) vector fifth_root(vector x) {
    vector y = guessed_root(x, 5, 852030016.0f);
    for (int step = 0; step < 2; step++) {
        const vector square = y * y, power = square * square * y;
        y += y * (x - power) / (3 * power + 2 * x);
    }
    return y;
}

static inline __attribute__((always_inline)) vector square_root(vector x) {
    return __builtin_elementwise_sqrt(x);
}

// The light of a number of sRGB: x^2.4 = x^2 x^(2/5).
static inline __attribute__((always_inline)) vector light_of(vector value) {
    const vector base = (value + 0.055f) * (1 / 1.055f), square = base * base;
    return blend(value > 0.04045f, square * fifth_root(square), value * (1 / 12.92f));
}

// The number of some light, kept from 0 to 1; what is not a number becomes 0. x^(1/2.4) is the third
// root of the fourth root of x^5.
static inline __attribute__((always_inline)) vector value_of(vector light) {
    const vector square = light * light;
    const vector fourth = square_root(square_root(square * square * light));
    const vector value = blend(
        light > 0.0031308f, 1.055f * cube_root(fourth) - 0.055f, 12.92f * light);
    const vector zero = {0};
    const vector positive = blend(value > 0, value, zero);
    return blend(positive < 1, positive, zero + 1);
}

// f of CIE Lab: the third root, and a line near black.
static inline __attribute__((always_inline)) vector lab_root(vector t) {
    return blend(t > 0.008856f, cube_root(t), 7.787f * t + (float)(16.0 / 116));
}

static void NAME(linear_of_rgb)(size_t count, float *x) {
    for (size_t i = 0; i < count; i += LANES)
        store_part(x + i, count - i, light_of(load_part(x + i, count - i)));
}

static void NAME(rgb_of_linear)(size_t count, float *x) {
    for (size_t i = 0; i < count; i += LANES)
        store_part(x + i, count - i, value_of(load_part(x + i, count - i)));
}

static void NAME(lab_of_xyz)(
    size_t count, float white_x, float white_z, float *x, float *y, float *z) {
    for (size_t i = 0; i < count; i += LANES) {
        const size_t part = count - i;
        const vector fx = lab_root(load_part(x + i, part) * (1 / white_x));
        const vector fy = lab_root(load_part(y + i, part));
        const vector fz = lab_root(load_part(z + i, part) * (1 / white_z));
        store_part(x + i, part, 116 * fy - 16);
        store_part(y + i, part, 500 * (fx - fy));
        store_part(z + i, part, 200 * (fy - fz));
    }
}

static void NAME(hsv_of_rgb)(size_t count, float *red, float *green, float *blue) {
    for (size_t i = 0; i < count; i += LANES) {
        const size_t part = count - i;
        const vector r = load_part(red + i, part), g = load_part(green + i, part);
        const vector b = load_part(blue + i, part), zero = {0};
        const vector rg = blend(r > g, r, g);
        const vector value = blend(rg > b, rg, b);
        const vector low = blend(r < g, r, g);
        const vector range = value - blend(low < b, low, b);
        const integers is_colored = (integers)(range > 0);
        const vector scale = 1 / blend(is_colored, range, zero + 1);
        vector hue = hue_of(r, g, b, value, scale);
        hue = blend(hue < 6, hue, zero);
        const vector divisor = blend(value > 0, value, zero + 1);
        store_part(red + i, part, 60 * blend(is_colored, hue, zero));
        store_part(green + i, part, blend(value > 0, range / divisor, zero));
        store_part(blue + i, part, value);
    }
}
