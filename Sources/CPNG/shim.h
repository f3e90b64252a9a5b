// libpng for Swift. Its functions report an error by a jump, which must not cross Swift code: these
// two catch it and return false.
#ifndef CPNG_SHIM_H
#define CPNG_SHIM_H

#include <png.h>
#include <setjmp.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

// A PNG file in memory, and what was found out about it.
typedef struct {
    const unsigned char *bytes;
    size_t count;
    size_t position;

    // After the header has been read.
    png_uint_32 width;
    png_uint_32 height;
    png_uint_32 channels;

    // What is wrong, or empty.
    char message[128];
} cpng_source;

static inline void cpng_fail(png_structp png, png_const_charp message) {
    cpng_source *source = (cpng_source *)png_get_error_ptr(png);
    strncpy(source->message, message, sizeof source->message - 1);
    png_longjmp(png, 1);
}

static inline void cpng_pass_over(png_structp png, png_const_charp message) {
    (void)png;
    (void)message;
}

static inline void cpng_read_bytes(png_structp png, png_bytep target, size_t count) {
    cpng_source *source = (cpng_source *)png_get_io_ptr(png);
    if (count > source->count - source->position) png_error(png, "it is cut off");
    memcpy(target, source->bytes + source->position, count);
    source->position += count;
}

// Reads the header and, unless `pixels` is NULL, the pixels: width x height x channels bytes.
//
// 1 channel is grey, 2 grey and alpha, 3 RGB, 4 RGBA. Palettes are looked up, fewer than 8 bits are
// stretched to 8, and 16 bits are divided by 257 and rounded. A gamma or a colour profile that the
// file states is not applied. A wrong checksum is an error in every chunk.
static inline bool cpng_decode(cpng_source *source, unsigned char *pixels) {
    source->position = 0;
    memset(source->message, 0, sizeof source->message);
    png_structp png =
        png_create_read_struct(PNG_LIBPNG_VER_STRING, source, cpng_fail, cpng_pass_over);
    if (!png) return false;
    png_infop info = png_create_info_struct(png);
    if (!info || setjmp(png_jmpbuf(png))) {
        png_destroy_read_struct(&png, &info, NULL);
        return false;
    }
    png_set_read_fn(png, source, cpng_read_bytes);
    png_set_crc_action(png, PNG_CRC_ERROR_QUIT, PNG_CRC_ERROR_QUIT);
    png_read_info(png, info);
    png_set_expand(png);
    png_set_scale_16(png);
    int passes = png_set_interlace_handling(png);
    png_read_update_info(png, info);
    source->width = png_get_image_width(png, info);
    source->height = png_get_image_height(png, info);
    source->channels = png_get_channels(png, info);
    if (pixels) {
        size_t row = (size_t)source->width * source->channels;
        if (png_get_rowbytes(png, info) != row) png_error(png, "its rows have another length");
        for (int pass = 0; pass < passes; pass++)
            for (png_uint_32 y = 0; y < source->height; y++)
                png_read_row(png, pixels + y * row, NULL);
        png_read_end(png, NULL);
    }
    png_destroy_read_struct(&png, &info, NULL);
    return true;
}

#endif
