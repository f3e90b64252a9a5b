// The optimiser's update: one pass over the four arrays.

// One step for a vector of parameters.
static inline __attribute__((always_inline)) void adam_vector(
    struct adam_step s, float *parameter, float *mean, float *square, const float *gradient) {
    const vector p = load(parameter);
    const vector g = load(gradient) + s.weight_decay * p;
    const vector m = s.first_moment_decay * load(mean) + (1 - s.first_moment_decay) * g;
    const vector v = s.second_moment_decay * load(square) + (1 - s.second_moment_decay) * g * g;
    store(mean, m);
    store(square, v);
    store(
        parameter,
        p - s.rate * m / (__builtin_elementwise_sqrt(v) * s.second_moment_scale + s.epsilon));
}

static void NAME(adam_update)(
    const struct adam_step *step, size_t count, float *parameter, float *mean, float *square,
    const float *gradient) {
    const struct adam_step s = *step;  // a copy, since what is written cannot change it
    size_t i = 0;
    for (; i + LANES <= count; i += LANES)
        adam_vector(s, parameter + i, mean + i, square + i, gradient + i);
    const size_t rest = count - i;
    if (rest == 0) return;
    float p[LANES] = {0}, m[LANES] = {0}, v[LANES] = {0}, g[LANES] = {0};
    copy_few(p, parameter + i, rest);
    copy_few(m, mean + i, rest);
    copy_few(v, square + i, rest);
    copy_few(g, gradient + i, rest);
    adam_vector(s, p, m, v, g);
    copy_few(parameter + i, p, rest);
    copy_few(mean + i, m, rest);
    copy_few(square + i, v, rest);
}
