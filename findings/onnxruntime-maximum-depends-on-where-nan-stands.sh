#!/usr/bin/env bash
# Package: Microsoft.ML.OnnxRuntime 1.31.1, models by OnnxSharp 0.3.2 (NuGet).
# Guess:   a maximum over values with a NaN is NaN, as in libtorch and NumPy, wherever it stands; or it is passed over, wherever it
#          stands.
# Happens: ReduceMax gives NaN where it comes first and passes it over elsewhere; MaxPool passes it over always.
# Seen:    ReduceMax of NaN 1 2 3: NaN; of 1 2 3 NaN: 3; MaxPool of NaN 1 1 NaN by 2: 1 1 1
# Matters: a damaged frame disappears or spoils the whole clip by its place; outputs without NaN prove nothing, so check the inputs.
. "$(dirname "$0")/lib/onnx.sh"
onnx <<'CS'
float Most(params float[] values) =>
    new Operator("ReduceMax", 18).With("keepdims", 0).Input(values, 1, values.Length).Constant([1L]).Run()[0];
var first = Most(float.NaN, 1, 2, 3);
var last = Most(1, 2, 3, float.NaN);
var pooled = new Operator("MaxPool", 12).With("kernel_shape", [2L]).Input([float.NaN, 1, 1, float.NaN], 1, 1, 4).Run();
Show("ReduceMax with NaN first, last", first, last);
Show("MaxPool", pooled);
Expect(float.IsNaN(first) && last == 3, "ReduceMax treats a NaN the same wherever it stands now");
Expect(pooled.All(value => value == 1), "MaxPool no longer passes NaN over");
CS
