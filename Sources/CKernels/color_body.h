// Colours of pixels changed: a linear part in which light, contrast and saturation are one, and a
// turn of the hue.

static inline vector between(vector x, float low, float high) {
    const vector l = x * 0 + low, h = x * 0 + high;
    const vector above = blend(x < l, l, x);
    return blend(above > h, h, above);
}

// What a colour of a hue (in sixths of the circle, from 0 up to 12) has at a corner of the hexagon.
static inline vector at_hue(vector hue, vector value, vector range) {
    const vector k = blend(hue >= 6, hue - 6, hue);
    const vector turned = blend(k >= 6, k - 6, k);
    const vector falling = 4 - turned;
    const vector ramp = blend(falling < turned, falling, turned);
    return value - range * between(ramp, 0, 1);
}

// The hue in sixths of the circle, from 0 to 6: the sector is that of the largest of the three, `value`.
// `scale` is 1 / (largest - smallest).
static inline __attribute__((always_inline)) vector hue_of(
    vector r, vector g, vector b, vector value, vector scale) {
    const vector from_red = (g - b) * scale;
    const vector others = blend(g == value, 2 + (b - r) * scale, 4 + (r - g) * scale);
    return blend(r == value, blend(from_red < 0, from_red + 6, from_red), others);
}

// Turns the hue of colours from 0 to 255.
static inline __attribute__((always_inline)) void turn_hue(
    float turn, vector *red, vector *green, vector *blue) {
    const vector r = *red, g = *green, b = *blue;
    const vector rg = blend(r > g, r, g);
    const vector value = blend(rg > b, rg, b);
    const vector low = blend(r < g, r, g);
    const vector range = value - blend(low < b, low, b);
    const integers is_gray = (integers)(range <= 0);
    const vector scale = 1 / blend(is_gray, value * 0 + 1, range);
    vector hue = hue_of(r, g, b, value, scale) + turn;
    hue = blend(hue >= 6, hue - 6, hue);
    *red = at_hue(hue + 5, value, range);
    *green = at_hue(hue + 3, value, range);
    *blue = at_hue(hue + 1, value, range);
}

// The colours of LANES pixels, their bytes side by side.
static inline __attribute__((always_inline)) void change_vector(
    const struct color_change c, const uint8_t *in, uint8_t *out) {
    float r[LANES], g[LANES], b[LANES];
    for (int i = 0; i < LANES; i++) {
        r[i] = in[3 * i];
        g[i] = in[3 * i + 1];
        b[i] = in[3 * i + 2];
    }
    vector red = load(r), green = load(g), blue = load(b);
    const vector luma = 0.299f * red + 0.587f * green + 0.114f * blue;
    const vector shared = c.luma * luma + c.offset;
    red = between(c.gain * red + shared, 0, 255);
    green = between(c.gain * green + shared, 0, 255);
    blue = between(c.gain * blue + shared, 0, 255);
    if (c.hue != 0) turn_hue(c.hue, &red, &green, &blue);
    store(r, red + 0.5f);
    store(g, green + 0.5f);
    store(b, blue + 0.5f);
    for (int i = 0; i < LANES; i++) {
        out[3 * i] = (uint8_t)(int32_t)r[i];
        out[3 * i + 1] = (uint8_t)(int32_t)g[i];
        out[3 * i + 2] = (uint8_t)(int32_t)b[i];
    }
}

static void NAME(change_colors)(
    const struct color_change *change, size_t count, const uint8_t *in, uint8_t *out) {
    const struct color_change c = *change;
    size_t i = 0;
    for (; i + LANES <= count; i += LANES) change_vector(c, in + 3 * i, out + 3 * i);
    if (i == count) return;
    uint8_t few[3 * LANES] = {0};
    memcpy(few, in + 3 * i, 3 * (count - i));
    change_vector(c, few, few);
    memcpy(out + 3 * i, few, 3 * (count - i));
}
