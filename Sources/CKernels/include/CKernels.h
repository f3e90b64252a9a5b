// The few numeric kernels that choose their instructions at run time.
#ifndef CKERNELS_H
#define CKERNELS_H

#include <stddef.h>
#include <stdint.h>

// 0: generic, 1: AVX2 with FMA, 2: AVX-512. DEEPTEACHING_INSTRUCTIONS=generic|avx2 lowers it.
int kernels_instruction_set(void);

#endif
