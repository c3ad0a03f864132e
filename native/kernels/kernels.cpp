// build.sh compiles the other sources of this folder once per instruction set and defines MPUC_HAS_X86 where those of x86-64 are among them.
#include "kernels.h"

#include <cstdlib>
#include <cstring>
#include <iterator>

namespace mpuc {

namespace baseline {
extern const ContrastKernels contrast;
extern const TcnBlockKernels tcn_block;
extern const GatedConvolutionKernels gated_convolution;
extern const SgdKernels sgd;
extern const TransformerKernels transformer;
}
#ifdef MPUC_HAS_X86
namespace avx2 {
extern const ContrastKernels contrast;
extern const TcnBlockKernels tcn_block;
extern const GatedConvolutionKernels gated_convolution;
extern const SgdKernels sgd;
extern const TransformerKernels transformer;
}
namespace avx512 {
extern const ContrastKernels contrast;
extern const TcnBlockKernels tcn_block;
extern const GatedConvolutionKernels gated_convolution;
extern const SgdKernels sgd;
extern const TransformerKernels transformer;
}
#endif

namespace {

struct InstructionSet {
    const char* name;
    bool is_supported;
    const ContrastKernels& contrast;
    const TcnBlockKernels& tcn_block;
    const GatedConvolutionKernels& gated_convolution;
    const SgdKernels& sgd;
    const TransformerKernels& transformer;
};

const InstructionSet& choose() {
    static const InstructionSet sets[] = {
#ifdef MPUC_HAS_X86
        {"avx512", __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq"), avx512::contrast, avx512::tcn_block, avx512::gated_convolution,
         avx512::sgd, avx512::transformer},
        {"avx2", __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"), avx2::contrast, avx2::tcn_block, avx2::gated_convolution,
         avx2::sgd, avx2::transformer},
#endif
        {"baseline", true, baseline::contrast, baseline::tcn_block, baseline::gated_convolution,
         baseline::sgd, baseline::transformer},
    };
    const char* wanted = std::getenv("MPUC_KERNELS");
    const InstructionSet* set = sets;
    while (!set->is_supported) set++;
    for (const InstructionSet* lesser = set; wanted != nullptr && lesser != std::end(sets); lesser++) {
        if (lesser->is_supported && std::strcmp(lesser->name, wanted) == 0) return *lesser;
    }
    return *set;
}

const InstructionSet& chosen() {
    static const InstructionSet& set = choose();
    return set;
}

}  // namespace

const char* kernels_name() { return chosen().name; }

const ContrastKernels& contrast_kernels() { return chosen().contrast; }

const TcnBlockKernels& tcn_block_kernels() { return chosen().tcn_block; }

const GatedConvolutionKernels& gated_convolution_kernels() { return chosen().gated_convolution; }

const SgdKernels& sgd_kernels() { return chosen().sgd; }

const TransformerKernels& transformer_kernels() { return chosen().transformer; }

}  // namespace mpuc
