// The kernels for AVX-512: vectors of sixteen floats, and registers for eight rows.
#if defined(__x86_64__)
#define NAME(function) function##_avx512
#define LANES 16
#define ROWS 8

#pragma clang attribute push( \
    __attribute__((target("avx512f,avx512vl,avx512bw,avx512dq,avx2,fma"))), apply_to = function)
#include "kernels.h"
#pragma clang attribute pop
#endif
