// Files in memory that libtiff writes, so that several threads can compress tiles at once.
#include "CTIFFShim.h"

#include <stdlib.h>
#include <string.h>

struct tiff_memory {
    uint8_t *bytes;
    size_t count;     // bytes of the file
    size_t capacity;  // bytes allocated
    size_t position;  // where the next byte is read or written
};

// Makes room for `count` bytes; what is new is zero.
static bool reserve(tiff_memory *memory, size_t count) {
    if (count <= memory->capacity) return true;
    size_t capacity = memory->capacity ? memory->capacity : 1 << 16;
    while (capacity < count) capacity *= 2;
    uint8_t *bytes = realloc(memory->bytes, capacity);
    if (!bytes) return false;
    memset(bytes + memory->capacity, 0, capacity - memory->capacity);
    memory->bytes = bytes;
    memory->capacity = capacity;
    return true;
}

static tmsize_t read_memory(thandle_t handle, void *buffer, tmsize_t count) {
    tiff_memory *memory = handle;
    if (count < 0 || memory->position > memory->count) return -1;
    size_t left = memory->count - memory->position;
    size_t taken = (size_t)count < left ? (size_t)count : left;
    memcpy(buffer, memory->bytes + memory->position, taken);
    memory->position += taken;
    return (tmsize_t)taken;
}

static tmsize_t write_memory(thandle_t handle, void *buffer, tmsize_t count) {
    tiff_memory *memory = handle;
    if (count < 0 || !reserve(memory, memory->position + (size_t)count)) return -1;
    memcpy(memory->bytes + memory->position, buffer, (size_t)count);
    memory->position += (size_t)count;
    if (memory->position > memory->count) memory->count = memory->position;
    return count;
}

static toff_t seek_memory(thandle_t handle, toff_t offset, int origin) {
    tiff_memory *memory = handle;
    if (origin == SEEK_CUR) offset += memory->position;
    if (origin == SEEK_END) offset += memory->count;
    memory->position = (size_t)offset;
    return offset;
}

static int close_memory(thandle_t handle) {
    (void)handle;
    return 0;
}

static toff_t size_of_memory(thandle_t handle) {
    const tiff_memory *memory = handle;
    return memory->count;
}

tiff_memory *tiff_memory_create(void) { return calloc(1, sizeof(tiff_memory)); }

static TIFF *open_memory(tiff_memory *memory, const char *mode) {
    memory->position = 0;
    return TIFFClientOpen(
        "a tile", mode, memory, read_memory, write_memory, seek_memory, close_memory,
        size_of_memory, NULL, NULL);
}

TIFF *tiff_memory_open(tiff_memory *memory) { return open_memory(memory, "w"); }

TIFF *tiff_memory_read(tiff_memory *memory) { return open_memory(memory, "r"); }

const uint8_t *tiff_memory_bytes(const tiff_memory *memory, size_t start, size_t count) {
    if (start > memory->count || count > memory->count - start) return NULL;
    return memory->bytes + start;
}

void tiff_memory_free(tiff_memory *memory) {
    if (memory) free(memory->bytes);
    free(memory);
}
