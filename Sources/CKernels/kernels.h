// One body for all instruction sets. The table lists what each offers.
#include "kernel_table.h"
#include "tile.h"
#include "matrix_body.h"
#include "convolution_layout_body.h"
#include "convolution_rows_body.h"
#include "convolution_forward_body.h"
#include "convolution_spread_body.h"
#include "windows_body.h"
#include "convolution_gradients_body.h"
#include "update_body.h"
#include "batch_normalization_body.h"
#include "layer_normalization_body.h"
#include "recurrent_body.h"
#include "centroids_body.h"
#include "mixture_body.h"
#include "additive_scores_body.h"
#include "filter_body.h"
#include "color_body.h"
#include "color_space_body.h"

const struct kernel_table NAME(kernels) = {
    NAME(matrix_product_block),
    NAME(convolution_packed_count), NAME(convolution_pack),
    NAME(convolution_turned_count), NAME(convolution_pack_turned),
    NAME(convolution_forward), NAME(convolution_backward),
    NAME(adam_update),
    NAME(batch_statistics), NAME(batch_gradient_sums), NAME(batch_combine),
    NAME(layer_normalize), NAME(layer_gradients),
    NAME(gru_step), NAME(gru_gradients), NAME(lstm_step), NAME(lstm_gradients),
    NAME(nearest_centroids), NAME(squared_distances), NAME(add_to_clusters),
    NAME(mixture_expectation),
    NAME(additive_scores), NAME(additive_score_gradients),
    NAME(weighted_rows), NAME(change_colors),
    NAME(linear_of_rgb), NAME(rgb_of_linear), NAME(lab_of_xyz), NAME(hsv_of_rgb)};
