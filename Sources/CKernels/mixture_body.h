// A step of expectation maximisation for a mixture of normal distributions, in double precision.
// WIDE samples stand side by side in the lanes of a vector.
#include <math.h>

enum { WIDE = LANES / 2 };

typedef double doubles __attribute__((vector_size(WIDE * sizeof(double)), aligned(8)));
typedef int64_t longs __attribute__((vector_size(WIDE * sizeof(int64_t)), aligned(8)));

static inline doubles load_doubles(const double *source) { return *(const doubles *)source; }
static inline void store_doubles(double *out, doubles value) { *(doubles *)out = value; }

// exp(x) of numbers that are 0 or less: 2^n exp(r) with whole n, and a Taylor polynomial for |r| <= ln
// 2 / 2, whose next term is below 1e-17. What is below 2^-1022 becomes 0.
static inline __attribute__((always_inline)) doubles exponential(doubles x) {
    const doubles shift = (doubles){0} + 0x1.8p52;  // leaves a whole number in the last bits
    const doubles shifted = x * 0x1.71547652b82fep+0 + shift;
    const doubles n = shifted - shift;
    const doubles r = (x - n * 0x1.62e42fefa3800p-1) - n * 0x1.ef35793c76730p-45;
    doubles sum = (doubles){0} + 1.0 / 6227020800;
    static const double factorials[] = {
        479001600, 39916800, 3628800, 362880, 40320, 5040, 720, 120, 24, 6, 2, 1, 1};
#pragma clang loop unroll(full)
    for (int i = 0; i < 13; i++) sum = sum * r + 1 / factorials[i];
    const longs power = ((longs)shifted << 52) + (longs)sum;
    return (doubles)(power & (x > -708.0));
}

// Lays up to WIDE samples side by side. The last sample fills the lanes that are left.
static void pack_doubles(const double *samples, size_t features, size_t count, double *panel) {
    for (size_t lane = 0; lane < WIDE; lane++) {
        const double *const line = samples + smaller(lane, count - 1) * features;
        for (size_t f = 0; f < features; f++) panel[f * WIDE + lane] = line[f];
    }
}

// constant - |W (x - mean)|^2 / 2 of the samples of a panel for component k.
static inline doubles component_logarithm(
    const struct mixture *m, size_t k, const double *panel, double *differences) {
    const double *const mean = m->means + k * m->features;
    doubles square = {0};
    for (size_t f = 0; f < m->features; f++)
        store_doubles(differences + f * WIDE, load_doubles(panel + f * WIDE) - mean[f]);
    if (m->diagonal) {
        const double *const scale = m->whitening + k * m->features;
        for (size_t f = 0; f < m->features; f++) {
            const doubles y = scale[f] * load_doubles(differences + f * WIDE);
            square += y * y;
        }
    } else {
        const double *row = m->whitening + k * m->features * m->features;
        for (size_t i = 0; i < m->features; i++, row += m->features) {
            doubles y = {0};
            for (size_t j = 0; j <= i; j++)
                y += row[j] * load_doubles(differences + j * WIDE);
            square += y * y;
        }
    }
    return m->constants[k] - 0.5 * square;
}

// Turns the logarithms of the components into shares of their sum; returns the logarithm of that sum.
static inline doubles normalize_components(size_t components, double *logarithms) {
    doubles most = load_doubles(logarithms);
    for (size_t k = 1; k < components; k++) {
        const doubles other = load_doubles(logarithms + k * WIDE);
        const longs larger_one = other > most;
        most = (doubles)((larger_one & (longs)other) | (~larger_one & (longs)most));
    }
    doubles sum = {0};
    for (size_t k = 0; k < components; k++) {
        const doubles share = exponential(load_doubles(logarithms + k * WIDE) - most);
        store_doubles(logarithms + k * WIDE, share);
        sum += share;
    }
    for (size_t k = 0; k < components; k++)
        store_doubles(logarithms + k * WIDE, load_doubles(logarithms + k * WIDE) / sum);
    for (size_t lane = 0; lane < WIDE; lane++) most[lane] += log(sum[lane]);
    return most;
}

// Adds share, share x and share x x' to the sums of a component, x being differences from its mean.
static inline void add_moments(
    const struct mixture *m, doubles share, const double *differences, double *sums) {
    store_doubles(sums, load_doubles(sums) + share);
    double *const first = sums + WIDE;
    double *second = first + m->features * WIDE;
    for (size_t i = 0; i < m->features; i++) {
        const doubles weighted = share * load_doubles(differences + i * WIDE);
        store_doubles(first + i * WIDE, load_doubles(first + i * WIDE) + weighted);
        const size_t start = m->diagonal ? i : 0;
        for (size_t j = start; j <= i; j++, second += WIDE)
            store_doubles(
                second,
                load_doubles(second) + weighted * load_doubles(differences + j * WIDE));
    }
}

static double NAME(mixture_expectation)(
    const struct mixture *m, size_t count, const double *samples, double *shares,
    double *log_densities, double *moments, double *scratch) {
    const size_t components = m->components, panel_size = m->features * WIDE;
    const size_t moment_count = mixture_moments(m);
    double *const panel = scratch, *const logarithms = panel + panel_size;
    double *const differences = logarithms + components * WIDE;
    double *const sums = differences + components * panel_size;
    if (moments) memset(sums, 0, components * moment_count * WIDE * sizeof(double));
    double total = 0;
    for (size_t i = 0; i < count; i += WIDE) {
        const size_t width = smaller(WIDE, count - i);
        pack_doubles(samples + i * m->features, m->features, width, panel);
        for (size_t k = 0; k < components; k++)
            store_doubles(
                logarithms + k * WIDE,
                component_logarithm(m, k, panel, differences + k * panel_size));
        const doubles density = normalize_components(components, logarithms);
        for (size_t lane = 0; lane < width; lane++) total += density[lane];
        if (log_densities)
            for (size_t lane = 0; lane < width; lane++) log_densities[i + lane] = density[lane];
        if (shares)
            for (size_t lane = 0; lane < width; lane++)
                for (size_t k = 0; k < components; k++)
                    shares[(i + lane) * components + k] = logarithms[k * WIDE + lane];
        if (!moments) continue;
        for (size_t k = 0; k < components; k++) {
            double *const share = logarithms + k * WIDE;
            for (size_t lane = width; lane < WIDE; lane++) share[lane] = 0;
            add_moments(
                m, load_doubles(share), differences + k * panel_size,
                sums + k * moment_count * WIDE);
        }
    }
    if (moments)
        for (size_t s = 0; s < components * moment_count; s++)
            for (size_t lane = 0; lane < WIDE; lane++) moments[s] += sums[s * WIDE + lane];
    return total;
}
