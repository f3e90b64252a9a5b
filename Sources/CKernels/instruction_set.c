#include "CKernels.h"

#include <stdlib.h>
#include <string.h>

static int detect(void) {
    int best = 0;
#if defined(__x86_64__)
    __builtin_cpu_init();
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) best = 1;
    if (best == 1 && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") &&
        __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq"))
        best = 2;
#endif
    const char *wish = getenv("DEEPTEACHING_INSTRUCTIONS");
    if (wish && strcmp(wish, "generic") == 0) return 0;
    if (wish && strcmp(wish, "avx2") == 0 && best > 1) return 1;
    return best;
}

// A limit of the thread, so that a test can compare the instruction sets in one process.
static _Thread_local int limit = 2;

int kernels_limit_instruction_set(int new_limit) {
    const int old = limit;
    limit = new_limit;
    return old;
}

int kernels_instruction_set(void) {
    static _Atomic int detected = -1;  // every thread computes the same value: a race is harmless
    if (detected < 0) detected = detect();
    return limit < detected ? limit : detected;
}
