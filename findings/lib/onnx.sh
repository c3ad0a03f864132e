# Sourced by the findings about ONNX Runtime: onnx <<'CS' ... CS runs a program that may call Operator.Run to run one operator on the CPU.
. "$(dirname "${BASH_SOURCE[0]}")/csharp.sh"

onnx() {
    cp "$(dirname "${BASH_SOURCE[0]}")/Operator.cs" "$work"/
    csharp Microsoft.ML.OnnxRuntime 1.31.1 OnnxSharp 0.3.2
}
