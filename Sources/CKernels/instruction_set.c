#include "CKernels.h"

#include <stdlib.h>
#include <string.h>

static int detect(void) {
#if defined(__x86_64__)
    __builtin_cpu_init();
    int best = 0;
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) best = 1;
    if (best == 1 && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") &&
        __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq"))
        best = 2;
#else
    int best = 0;
#endif
    const char *wish = getenv("DEEPTEACHING_INSTRUCTIONS");
    if (wish && strcmp(wish, "generic") == 0) return 0;
    if (wish && strcmp(wish, "avx2") == 0 && best > 1) return 1;
    return best;
}

int kernels_instruction_set(void) {
    static int chosen = -1;  // every thread computes the same value, so a race is harmless
    if (chosen < 0) chosen = detect();
    return chosen;
}
