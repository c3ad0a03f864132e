# Sourced by the findings about TorchSharp: torchsharp <<'CS' ... CS runs a program with TorchSharp 0.107.0 over libtorch-cpu-linux-x64
# 2.10.0.
# Where the system's libstdc++ lacks a version that TorchSharp's library names, the copy in the temporary folder gets that need marked as
# weak.
. "$(dirname "${BASH_SOURCE[0]}")/csharp.sh"

torchsharp() {
    cp "$(dirname "${BASH_SOURCE[0]}")/LoadTorch.cs" "$work"/
    csharp TorchSharp 0.107.0 libtorch-cpu-linux-x64 2.10.0 "$@"
}
