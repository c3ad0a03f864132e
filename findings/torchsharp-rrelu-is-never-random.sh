#!/usr/bin/env bash
# Package: TorchSharp 0.107.0 with libtorch-cpu-linux-x64 2.10.0 (NuGet).
# Guess:   nn.RReLU draws a slope per element while training and takes the mean slope in eval, as Dropout of the same package follows
#          train and eval.
# Happens: the module never hands its mode on, so it uses the fixed mean slope (1/8 + 1/3) / 2 in both modes.
# Seen:    train: 1 distinct value of 1000, -0.229167; eval: -0.229167
# Matters: the regularisation that such a backbone is chosen for is absent, and nothing shows it but the count of distinct values.
. "$(dirname "$0")/lib/torchsharp.sh"
torchsharp <<'CS'
using TorchSharp;
using static TorchSharp.torch;

using var module = nn.RReLU();
using var input = full(1000, -1f);
module.train();
var training = module.call(input).data<float>().ToArray();
module.eval();
var evaluating = module.call(input).data<float>().ToArray();
Show("train: distinct values, first", training.Distinct().Count(), training[0]);
Show("eval: distinct values, first", evaluating.Distinct().Count(), evaluating[0]);
Expect(training.Distinct().Count() == 1 && training[0] == evaluating[0], "RReLU is random while training now");
using var dropout = nn.Dropout(0.5);
dropout.train();
Expect(dropout.call(input).data<float>().ToArray().Distinct().Count() == 2, "Dropout is not random while training");
CS
