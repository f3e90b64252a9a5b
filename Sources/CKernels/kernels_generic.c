// The kernels for any processor: vectors of four floats.
#define NAME(function) function##_generic
#define LANES 4
#if defined(__aarch64__)
#define ROWS 8
#else
#define ROWS 4
#endif

#include "kernels.h"
