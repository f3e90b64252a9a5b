// One body for all instruction sets. The table lists what each offers.
#include "tile.h"
#include "matrix_body.h"
#include "convolution_body.h"
#include "update_body.h"
#include "kernel_table.h"

const struct kernel_table NAME(kernels) = {
    NAME(matrix_product_block), NAME(convolution_forward), NAME(convolution_backward),
    NAME(adam_update)};
