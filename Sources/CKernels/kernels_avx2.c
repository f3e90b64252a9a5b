// The kernels for AVX2 with fused multiply-add: vectors of eight floats. Its sixteen registers hold
// the sums of six rows, two vectors to multiply and one number; with eight rows they would spill.
#if defined(__x86_64__)
#define NAME(function) function##_avx2
#define LANES 8
#define ROWS 6

#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#include "kernels.h"
#pragma clang attribute pop
#endif
