// The kernels of one instruction set.
#ifndef KERNEL_TABLE_H
#define KERNEL_TABLE_H

#include "CKernels.h"

struct kernel_table {
    __typeof__(matrix_product_block) *matrix_product_block;
    __typeof__(convolution_forward) *convolution_forward;
    __typeof__(convolution_backward) *convolution_backward;
    __typeof__(adam_update) *adam_update;
};

extern const struct kernel_table kernels_generic, kernels_avx2, kernels_avx512;

#endif
