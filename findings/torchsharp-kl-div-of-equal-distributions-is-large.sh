#!/usr/bin/env bash
# Package: TorchSharp 0.107.0 with libtorch-cpu-linux-x64 2.10.0 (NuGet).
# Guess:   kl_div(log q, p) of equal distributions is 0: as in PyTorch, the first argument is in logarithms and the target is not, unless
#          log_target says so.
# Happens: log_target is true here where nothing is said, so probabilities are read as logarithms; the result is positive, has a gradient
#          and looks like a loss.
# Seen:    equal distributions: 6.93006, with log_target: false 0
# Matters: distillation written after any PyTorch text pulls the student to a wrong target; always name the argument.
. "$(dirname "$0")/lib/torchsharp.sh"
torchsharp <<'CS'
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

using var target = softmax(tensor(new[] { 1f, 2f, 3f }), 0);
using var input = target.log();
var silent = functional.kl_div(input, target, reduction: Reduction.Sum).item<float>();
var named = functional.kl_div(input, target, log_target: false, reduction: Reduction.Sum).item<float>();
Show("equal distributions, with log_target: false", silent, named);
Expect(silent > 5, "kl_div no longer takes the target for logarithms");
Expect(Math.Abs(named) < 1e-6, "kl_div with log_target: false is no longer 0");
CS
