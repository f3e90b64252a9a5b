// Scores of additive attention, e = u . tanh(a + h), row by row, and their gradients.

static inline __attribute__((always_inline)) vector blend(integers where, vector yes, vector no) {
    return (vector)((where & (integers)yes) | (~where & (integers)no));
}

// exp(x) of numbers from -40 to 0: 2^n exp(r) with whole n, and a Taylor polynomial for |r| <= ln 2 / 2.
static inline __attribute__((always_inline)) vector exponential_of(vector x) {
    const vector shift = (vector){0} + 0x1.8p23f;  // leaves a whole number in the last bits
    const vector shifted = x * 0x1.715476p+0f + shift;
    const vector n = shifted - shift;
    const vector r = (x - n * 0x1.62e4p-1f) - n * 0x1.7f7d1cp-20f;
    vector sum = (vector){0} + 1.0f / 5040;
    static const float factorials[] = {720, 120, 24, 6, 2, 1, 1};
#pragma clang loop unroll(full)
    for (int i = 0; i < 7; i++) sum = sum * r + 1 / factorials[i];
    return (vector)(((integers)shifted << 23) + (integers)sum);
}

// tanh(x) = (1 - e) / (1 + e) with e = exp(-2 |x|), and the sign of x. Near 0 the subtraction would
// leave few digits, so there it is a Taylor polynomial.
static inline __attribute__((always_inline)) vector tangent(vector x) {
    const integers sign = (integers)x & INT32_MIN;
    const vector size = (vector)((integers)x & INT32_MAX);
    const vector e = exponential_of(blend(size > 20.0f, (vector){0} - 40.0f, size * -2.0f));
    const vector far = (vector)((integers)((1 - e) / (1 + e)) | sign);
    const vector s = x * x;
    const vector near = x +
        x * s * (-1.0f / 3 + s * (2.0f / 15 + s * (-17.0f / 315 +
        s * (62.0f / 2835 - s * (1382.0f / 155925)))));
    // What is not a number is not above the limit, and stays so in the polynomial.
    return blend(size > 0.35f, far, near);
}

// Up to a whole vector of a row, with zeros behind its end.
static inline __attribute__((always_inline)) vector load_part(const float *source, size_t left) {
    if (left >= LANES) return load(source);
    vector result = {0};
    copy_few((float *)&result, source, left);
    return result;
}

static inline __attribute__((always_inline)) void store_part(
    float *out, size_t left, vector value) {
    if (left >= LANES) store(out, value);
    else copy_few(out, (const float *)&value, left);
}

static void NAME(additive_scores)(
    size_t places, size_t width, const float *places_part, const float *state_part,
    const float *weights, float *tangents, float *scores) {
    for (size_t i = 0; i < places; i++, places_part += width, tangents += width) {
        vector sum = {0};
        for (size_t j = 0; j < width; j += LANES) {
            const size_t left = width - j;
            const vector t =
                tangent(load_part(places_part + j, left) + load_part(state_part + j, left));
            store_part(tangents + j, left, t);
            sum += load_part(weights + j, left) * t;
        }
        scores[i] = total(sum);
    }
}

static void NAME(additive_score_gradients)(
    size_t places, size_t width, const float *tangents, const float *weights,
    const float *gradient, float *places_gradient, float *state_gradient, float *weight_gradient) {
    for (size_t i = 0; i < places; i++, tangents += width, places_gradient += width) {
        const float g = gradient[i];
        for (size_t j = 0; j < width; j += LANES) {
            const size_t left = width - j;
            const vector t = load_part(tangents + j, left);
            const vector inner = g * load_part(weights + j, left) * (1 - t * t);
            store_part(places_gradient + j, left, inner);
            store_part(state_gradient + j, left, load_part(state_gradient + j, left) + inner);
            store_part(weight_gradient + j, left, load_part(weight_gradient + j, left) + g * t);
        }
    }
}
