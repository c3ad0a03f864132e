#!/usr/bin/env bash
# Package: Microsoft.ML.OnnxRuntime 1.31.1, models by OnnxSharp 0.3.2 (NuGet).
# Guess:   MeanVarianceNormalization of a constant is 0: nothing is left after the mean, and the operator's text adds 1e-9 against
#          division by zero.
# Happens: it divides by the deviation alone: 0/0 is NaN, and where the mean is rounded, rounding by rounding is -1 or 1. It is never 0.
# Seen:    100 frames of 0, 1, 0.1, 0.3: NaN NaN -1 1; LayerNormalization 0 0 0 0
# Matters: silence or a still face is a constant; export standardisation as LayerNormalization, whose epsilon is an argument.
. "$(dirname "$0")/lib/onnx.sh"
onnx <<'CS'
float Standardised(float value, int length) =>
    new Operator("MeanVarianceNormalization", 13).With("axes", [2L])
        .Input(Enumerable.Repeat(value, length).ToArray(), 1, 1, length).Run()[0];
float Layer(float value, int length) => new Operator("LayerNormalization", 17).With("axis", -1).With("epsilon", 1e-5f)
    .Input(Enumerable.Repeat(value, length).ToArray(), 1, 1, length).Constant(Enumerable.Repeat(1f, length).ToArray(), length).Run()[0];
float[] constants = [0, 1, 0.1f, 0.3f];
var standardised = constants.Select(value => Standardised(value, 100)).ToArray();
var layer = constants.Select(value => Layer(value, 100)).ToArray();
Show("100 frames of 0, 1, 0.1, 0.3: MeanVarianceNormalization", standardised);
Show("the same: LayerNormalization", layer);
Expect(standardised is [float.NaN, float.NaN, -1, 1], "a constant has another result now");
Expect(layer.All(value => value == 0), "LayerNormalization of a constant is no longer 0");
CS
