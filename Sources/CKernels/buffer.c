// Memory that is recycled: a released block waits in the list of its size for the next request.
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define IS_WATCHED 1
#define _POSIX_C_SOURCE 200809L  // for posix_memalign
#endif
#endif

#include "CKernels.h"

#include <pthread.h>
#include <stdlib.h>

enum { ALIGNMENT = 64 };

#ifdef IS_WATCHED

// Under the address sanitizer each block has its exact size and is never recycled, so that it sees an
// access beyond a tensor, and one to a tensor that is gone.
void *buffer_acquire(size_t bytes) {
    void *memory = NULL;
    if (bytes > SIZE_MAX / 4 || posix_memalign(&memory, ALIGNMENT, bytes + !bytes) != 0) return NULL;
    return memory;
}

void buffer_release(void *memory, size_t bytes) {
    (void)bytes;
    free(memory);
}

#else

enum { LIST_COUNT = 256 };
static const size_t idle_limit = (size_t)256 << 20;  // no more than this waits unused

struct block {
    struct block *next;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct block *lists[LIST_COUNT];
static size_t idle_bytes;

// Sizes are rounded up to 4, 5, 6 or 7 times a power of two: at most a quarter is wasted.
static size_t size_class(size_t bytes, size_t *rounded) {
    size_t exponent = 6;  // the smallest block has 4 << 6 bytes; all are multiples of ALIGNMENT
    while (((size_t)8 << exponent) <= bytes) exponent++;
    size_t quarter = 4;
    while ((quarter << exponent) < bytes) quarter++;
    if (quarter == 8) {
        quarter = 4;
        exponent++;
    }
    *rounded = quarter << exponent;
    return (exponent - 6) * 4 + quarter - 4;
}

void *buffer_acquire(size_t bytes) {
    if (bytes > SIZE_MAX / 4) return NULL;
    size_t rounded;
    const size_t class = size_class(bytes, &rounded);
    pthread_mutex_lock(&lock);
    struct block *block = lists[class];
    if (block) {
        lists[class] = block->next;
        idle_bytes -= rounded;
    }
    pthread_mutex_unlock(&lock);
    return block ? block : aligned_alloc(ALIGNMENT, rounded);
}

void buffer_release(void *memory, size_t bytes) {
    size_t rounded;
    const size_t class = size_class(bytes, &rounded);
    pthread_mutex_lock(&lock);
    const bool keep = idle_bytes + rounded <= idle_limit;
    if (keep) {
        struct block *block = memory;
        block->next = lists[class];
        lists[class] = block;
        idle_bytes += rounded;
    }
    pthread_mutex_unlock(&lock);
    if (!keep) free(memory);
}

#endif
