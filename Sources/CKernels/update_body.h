// The optimiser's update: one pass over the four arrays.

// One step for a vector of parameters.
static inline void adam_vector(
    const struct adam_step *s, vector *parameter, vector *mean, vector *square, vector gradient) {
    gradient += s->weight_decay * *parameter;
    *mean = s->mean_decay * *mean + (1 - s->mean_decay) * gradient;
    *square = s->square_decay * *square + (1 - s->square_decay) * gradient * gradient;
    *parameter -= s->rate * *mean /
        (__builtin_elementwise_sqrt(*square) * s->square_scale + s->epsilon);
}

static void NAME(adam_update)(
    const struct adam_step *step, size_t count, float *parameter, float *mean, float *square,
    const float *gradient) {
    size_t i = 0;
    for (; i + LANES <= count; i += LANES)
        adam_vector(
            step, (vector *)(parameter + i), (vector *)(mean + i), (vector *)(square + i),
            load(gradient + i));
    const size_t rest = (count - i) * sizeof(float);
    if (rest == 0) return;
    vector p = {0}, m = {0}, s = {0}, g = {0};
    memcpy(&p, parameter + i, rest);
    memcpy(&m, mean + i, rest);
    memcpy(&s, square + i, rest);
    memcpy(&g, gradient + i, rest);
    adam_vector(step, &p, &m, &s, g);
    memcpy(parameter + i, &p, rest);
    memcpy(mean + i, &m, rest);
    memcpy(square + i, &s, rest);
}
