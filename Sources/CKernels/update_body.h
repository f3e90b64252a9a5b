// The optimiser's update: one pass over the four arrays, in vectors that the compiler makes.
static void NAME(adam_update)(
    const struct adam_step *step, size_t count, float *restrict parameter, float *restrict mean,
    float *restrict square, const float *restrict gradient) {
    const struct adam_step s = *step;
    for (size_t i = 0; i < count; i++) {
        const float g = gradient[i] + s.weight_decay * parameter[i];
        mean[i] = s.mean_decay * mean[i] + (1 - s.mean_decay) * g;
        square[i] = s.square_decay * square[i] + (1 - s.square_decay) * g * g;
        parameter[i] -= s.rate * mean[i] / (__builtin_sqrtf(square[i]) * s.square_scale + s.epsilon);
    }
}
