#!/usr/bin/env bash
# Package: TorchSharp 0.107.0 with libtorch-cpu-linux-x64 2.10.0 (NuGet).
# Guess:   ten times the learning rate makes RAdam's steps ten times as long (Liu et al. 2020, Algorithm 2).
# Happens: once the rectification sets in (after the fifth step) the rate is multiplied in twice, so the steps grow a hundredfold and are
#          far too short at usual rates.
# Seen:    step 10 on a gradient of 1: 0.00048998 at rate 0.1, 4.8998e-06 at rate 0.01; step 4: 0.1 and 0.01
# Matters: a rate of 1e-3 trains as 1e-6 would, without a word; a sweep over rates tells nothing.
. "$(dirname "$0")/lib/torchsharp.sh"
torchsharp <<'CS'
using TorchSharp.Modules;
using static TorchSharp.torch;

double[] Steps(double rate)
{
    using var weight = new Parameter(zeros(1, float64));
    using var optimizer = optim.RAdam([weight], rate);
    return Enumerable.Range(0, 10).Select(_ =>
    {
        var before = weight.item<double>();
        optimizer.zero_grad();
        weight.sum().backward();
        optimizer.step();
        return before - weight.item<double>();
    }).ToArray();
}

var fast = Steps(0.1);
var slow = Steps(0.01);
Show("step 4 at 0.1 and 0.01", fast[3], slow[3]);
Show("step 10 at 0.1 and 0.01", fast[9], slow[9]);
Expect(Near(fast[3] / slow[3], 10), "the steps before rectification are no longer proportional to the rate");
Expect(Near(fast[9] / slow[9], 100), "the rectified steps no longer grow with the square of the rate");
CS
