#!/usr/bin/env bash
# Builds libmpuc_torch.so into the given folder. Skips when it is newer than every source and was built against the same libtorch.
# usage: native/build.sh OUTDIR        libtorch: $LIBTORCH (a folder with include/ and lib/), else the system's, else that of the PyTorch of $PYTHON or python3
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
out=${1:?usage: native/build.sh OUTDIR}
library="$out/libmpuc_torch.so"
root=${LIBTORCH:-}

fail() { echo "native/build.sh : error MPUC : $*" >&2; exit 1; }  # the form that MSBuild shows as an error
command -v g++ >/dev/null || fail "g++ is missing; install it (Debian: apt-get install g++)."

if [ -z "$root" ] && [ ! -f /usr/include/torch/csrc/autograd/autograd.h ]; then
    root=$("${PYTHON:-python3}" -c 'import os, torch; print(os.path.dirname(torch.__file__))' 2>/dev/null || true)
    [ -f "$root/include/torch/csrc/autograd/autograd.h" ] || root=
fi

if [ -n "$root" ]; then
    [ -f "$root/include/torch/csrc/autograd/autograd.h" ] ||
        fail "LIBTORCH=$root has no include/torch; set it to a libtorch, or to the torch folder of an installed PyTorch."
    flags=("-I$root/include" "-I$root/include/torch/csrc/api/include" "-L$root/lib" "-Wl,-rpath,$root/lib")
    libraries=$root/lib
else
    [ -f /usr/include/torch/csrc/autograd/autograd.h ] ||
        fail "libtorch is missing; install it (Debian: apt-get install libtorch-dev libopenblas0-pthread) or set LIBTORCH to its folder."
    flags=("-I/usr/include/torch/csrc/api/include")
    libraries=$(dirname "$(g++ -print-file-name=libtorch_cpu.so)")
fi

# A pip or conda PyTorch may have been built with the old C++ ABI; its headers do not say, the symbols of its library do.
symbols=$(nm -D "$libraries/libc10.so" 2>/dev/null || true)
[[ -z $symbols || $symbols == *__cxx11* ]] || flags+=("-D_GLIBCXX_USE_CXX11_ABI=0")
# Kernels register themselves when their library is loaded, so it must stay linked although nothing here names it.
[ -e "$libraries/libtorch_cuda.so" ] && flags+=("-Wl,--no-as-needed" "-ltorch_cuda")

built_with="$(g++ -dumpfullversion) ${flags[*]} $(stat -Lc '%s %Y' "$libraries/libtorch_cpu.so")"
if [ -f "$library" ] && [ "$(cat "$library.built-with" 2>/dev/null)" = "$built_with" ] &&
    [ -z "$(find "$here" -type f -newer "$library" -print -quit)" ]; then
    exit 0
fi

mkdir -p "$out"
temporary=$(mktemp -d "$out/.build-XXXXXX")
trap 'rm -rf "$temporary"' EXIT
common=(-std=c++17 -fPIC -fvisibility=hidden)
sources=(failure dispatch tensor autograd runtime allocator kernels/kernels contrast gated_convolution tcn_block transformer sgd)
# Several processes need the headers of Gloo that c10d's include: Debian's libgloo-dev has them for its libtorch, PyTorch's wheels have none.
gloo=/usr/include/gloo
[ -z "$root" ] || gloo=$root/include/gloo
if [ -f "$gloo/algorithm.h" ]; then
    common+=(-DUSE_C10D_GLOO)
    sources+=(distributed shared_memory gathering gradient_sums gradient_buckets)
fi

# The kernels are compiled once per instruction set, into a namespace of that name, and chosen when they run: the library works on every
# processor of its architecture. They include nothing of libtorch.
instruction_sets=(baseline) objects=()
[ "$(uname -m)" != x86_64 ] || instruction_sets+=(avx2 avx512)
for name in "${instruction_sets[@]}"; do
    case $name in
        avx2) isa=(-mavx2 -mfma) ;;
        avx512) isa=(-mavx512f -mavx512dq -mavx512vl -mavx512bw -mfma -mprefer-vector-width=512) ;;
        *) isa=() ;;
    esac
    for source in contrast gated_convolution sgd tcn_block transformer; do echo "#include \"$here/kernels/$source.cpp\""; done > "$temporary/kernels.cpp"
    g++ "${common[@]}" -O3 -w "-DMPUC_ISA=$name" "${isa[@]}" -c "$temporary/kernels.cpp" -o "$temporary/$name.o" ||
        fail "the kernels did not compile for $name; see the messages above."
    objects+=("$temporary/$name.o")
done
[ ${#instruction_sets[@]} -eq 1 ] || flags+=("-DMPUC_HAS_X86")

# One translation unit: libtorch's headers cost far more than our sources, so they are read once. Renaming is atomic, so
# two builds at once each leave a whole library.
for source in "${sources[@]}"; do echo "#include \"$here/$source.cpp\""; done > "$temporary/all.cpp"
g++ "${common[@]}" -O2 -fopenmp -shared -w "-I$here" "$temporary/all.cpp" "${objects[@]}" -o "$temporary/library" \
    "${flags[@]}" -Wl,--no-as-needed -ltorch -ltorch_cpu -lc10 -Wl,--as-needed ||
    fail "the shim did not compile against this libtorch; see the messages above."
echo "$built_with" > "$temporary/built-with"
mv -f "$temporary/library" "$library"
mv -f "$temporary/built-with" "$library.built-with"
