#!/usr/bin/env bash
# Package: Microsoft.ML.OnnxRuntime 1.31.1, models by OnnxSharp 0.3.2 (NuGet).
# Guess:   an LSTM row of length 0 hands its initial state through as final state: no frame, no change.
# Happens: the final state of such a row is 0, whatever state it was given; the row of length 1 beside it is right.
# Seen:    given cell state 2, all weights 0: length 0 gives 0, length 1 gives 1 (half of it, as the gates say)
# Matters: a stream that had a pause would lose its memory; rows without frames need a Where around the operator.
. "$(dirname "$0")/lib/onnx.sh"
onnx <<'CS'
float[] zeros = [0, 0, 0, 0];
float[] Final(int output) => new Operator("LSTM", 14).With("hidden_size", 1)
    .Input([1f, 1f], 1, 2, 1).Constant(zeros, 1, 4, 1).Constant(zeros, 1, 4, 1).Constant(new float[8], 1, 8).Constant([0, 1])
    .Constant([0.5f, 0.5f], 1, 2, 1).Constant([2f, 2f], 1, 2, 1).Run(output);
var hidden = Final(1);
var cell = Final(2);
Show("final hidden state, length 0 and 1", hidden);
Show("final cell state, length 0 and 1", cell);
Expect(hidden[0] == 0 && cell[0] == 0, "a row without frames keeps its state now");
Expect(Near(cell[1], 1), "the row of one frame changed");
CS
