// The kernels for the processor that this process runs on.
#pragma once
#include "contrast.h"
#include "gated_convolution.h"
#include "sgd.h"
#include "tcn_block.h"
#include "transformer.h"

namespace mpuc {

// "avx512", "avx2" or "baseline"; MPUC_KERNELS in the environment asks for a lesser one than the processor has.
const char* kernels_name();

const ContrastKernels& contrast_kernels();
const TcnBlockKernels& tcn_block_kernels();
const GatedConvolutionKernels& gated_convolution_kernels();
const SgdKernels& sgd_kernels();
const TransformerKernels& transformer_kernels();

}  // namespace mpuc
