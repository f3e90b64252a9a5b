// libtiff's variadic functions and error handlers, in a form that Swift can call.
#ifndef CTIFF_SHIM_H
#define CTIFF_SHIM_H

#include <stdbool.h>
#include <stdint.h>
#include <stddef.h>
#include <tiffio.h>

static inline bool tiff_set_uint16(TIFF *file, uint32_t tag, uint16_t value) {
    return TIFFSetField(file, tag, value) == 1;
}

static inline bool tiff_set_uint32(TIFF *file, uint32_t tag, uint32_t value) {
    return TIFFSetField(file, tag, value) == 1;
}

static inline bool tiff_set_int(TIFF *file, uint32_t tag, int value) {
    return TIFFSetField(file, tag, value) == 1;
}

static inline bool tiff_set_double(TIFF *file, uint32_t tag, double value) {
    return TIFFSetField(file, tag, value) == 1;
}

static inline bool tiff_set_string(TIFF *file, uint32_t tag, const char *value) {
    return TIFFSetField(file, tag, value) == 1;
}

static inline bool tiff_get_uint16(TIFF *file, uint32_t tag, uint16_t *value) {
    return TIFFGetFieldDefaulted(file, tag, value) == 1;
}

static inline bool tiff_get_uint32(TIFF *file, uint32_t tag, uint32_t *value) {
    return TIFFGetFieldDefaulted(file, tag, value) == 1;
}

// Whether the directory itself names the value; a default does not count.
static inline bool tiff_states_uint32(TIFF *file, uint32_t tag, uint32_t *value) {
    return TIFFGetField(file, tag, value) == 1;
}

// What the channels behind the colours of the current directory mean; the array belongs to the file.
static inline uint16_t tiff_extra_samples(TIFF *file, const uint16_t **meanings) {
    uint16_t count = 0;
    return TIFFGetField(file, TIFFTAG_EXTRASAMPLES, &count, meanings) == 1 ? count : 0;
}

// Whether libtiff can turn the current directory into red, green and blue.
static inline bool tiff_shows_colors(TIFF *file) {
    char reason[1024];
    return TIFFRGBAImageOK(file, reason) == 1;
}

// Where the directories below the current one begin; the array belongs to the file.
static inline uint16_t tiff_sub_directories(TIFF *file, const uint64_t **offsets) {
    uint16_t count = 0;
    return TIFFGetField(file, TIFFTAG_SUBIFD, &count, offsets) == 1 ? count : 0;
}

// Lets the next `count` directories that are written lie below the one that is written now.
static inline bool tiff_reserve_sub_directories(TIFF *file, uint16_t count) {
    const uint64_t offsets[16] = {0};
    return count <= 16 && TIFFSetField(file, TIFFTAG_SUBIFD, count, offsets) == 1;
}

static inline bool tiff_get_float(TIFF *file, uint32_t tag, float *value) {
    return TIFFGetField(file, tag, value) == 1;
}

static inline bool tiff_get_string(TIFF *file, uint32_t tag, const char **value) {
    return TIFFGetField(file, tag, value) == 1;
}

// The offsets or byte counts of a directory's tiles; the array belongs to the file.
static inline bool tiff_get_uint64_array(TIFF *file, uint32_t tag, const uint64_t **values) {
    return TIFFGetField(file, tag, values) == 1;
}

// From the first call on, libtiff's errors and warnings are no longer printed to stderr.
// The last error of the calling thread is kept for tiff_take_last_error().
void tiff_capture_errors(void);

// The message of the last error on this thread, or an empty string. Clears it.
const char *tiff_take_last_error(void);

// From the first call on, what OpenSlide and the libraries below it say through GLib is no longer
// printed to stderr. The last message of the calling thread is kept for glib_take_last_message().
void glib_capture_messages(void);

// The last message through GLib on this thread, or an empty string. Clears it.
const char *glib_take_last_message(void);

// A file in memory, which grows as it is written.
typedef struct tiff_memory tiff_memory;

// An empty file; NULL if there is no memory.
tiff_memory *tiff_memory_create(void);

// A TIFF to be written to `memory`, which must outlive it; NULL if that fails.
TIFF *tiff_memory_open(tiff_memory *memory);

// The TIFF that `memory` holds, to be read; NULL if that fails.
TIFF *tiff_memory_read(tiff_memory *memory);

// The bytes from `start` on, valid until more is written; NULL if there are fewer than `count`.
const uint8_t *tiff_memory_bytes(const tiff_memory *memory, size_t start, size_t count);

void tiff_memory_free(tiff_memory *memory);

#endif
