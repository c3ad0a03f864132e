// Loops over libtorch's number of threads, on the OpenMP pool that its own operators use.
#pragma once
#include <cstdint>
#include <vector>

#include <ATen/Parallel.h>

namespace mpuc {

// Calls body(index, scratch) once for every index; the scratch, `floats` long and not initialised, is the calling thread's. Which thread takes which
// index varies, so results must depend on the index alone. The body must not throw.
template <typename Body>
void for_each(int64_t count, int64_t floats, Body&& body) {
    int threads = at::in_parallel_region() ? 1 : at::get_num_threads();
    std::vector<at::Tensor> scratch;
    for (int i = 0; i < threads; i++) scratch.push_back(at::empty({floats}, at::kFloat));
#pragma omp parallel num_threads(threads)
    {
#ifdef _OPENMP
        float* mine = scratch[omp_get_thread_num()].data_ptr<float>();
#else
        float* mine = scratch[0].data_ptr<float>();
#endif
#pragma omp for schedule(dynamic)
        for (int64_t i = 0; i < count; i++) body(i, mine);
    }
}

}  // namespace mpuc
