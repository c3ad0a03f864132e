#!/usr/bin/env bash
# Package: Microsoft.ML.OnnxRuntime 1.31.1, models by OnnxSharp 0.3.2 (NuGet).
# Guess:   GroupNormalization with one group normalises as InstanceNormalization and libtorch's group_norm do: the result has deviation 1.
# Happens: it takes the variance in one pass in float32; on a level of 10,000 the change of 0.5 is lost, only epsilon remains and the
#          result is 158 times too large.
# Seen:    10,000 plus and minus 0.5: GroupNormalization 158.114 -158.114, InstanceNormalization 1 -1
# Matters: landmarks in pixels or raw sensor values under a GroupNorm explode after export, where the exported LayerNorm is right.
. "$(dirname "$0")/lib/onnx.sh"
onnx <<'CS'
var signal = Enumerable.Range(0, 64).Select(at => 10_000f + (at % 2 == 0 ? 0.5f : -0.5f)).ToArray();
float[] ones = [1, 1, 1, 1], zeros = [0, 0, 0, 0];
var group = new Operator("GroupNormalization", 21).With("num_groups", 1).With("epsilon", 1e-5f)
    .Input(signal, 1, 4, 16).Constant(ones, 4).Constant(zeros, 4).Run();
var instance = new Operator("InstanceNormalization", 17).With("epsilon", 1e-5f)
    .Input(signal, 1, 1, 64).Constant([1f], 1).Constant([0f], 1).Run();
Show("GroupNormalization", group.Take(2));
Show("InstanceNormalization", instance.Take(2));
Expect(Math.Abs(group[0]) > 100, "GroupNormalization keeps the signal now");
Expect(Near(instance[0], 1, 1e-3), "InstanceNormalization no longer has deviation 1");
CS
