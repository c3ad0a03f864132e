#!/usr/bin/env bash
# Package: TorchSharp 0.107.0 with libtorch-cpu-linux-x64 2.10.0 (NuGet).
# Guess:   LinearLR with start_factor 0 warms up from 0, and ConstantLR with factor 0 rests for some epochs and then trains (or both
#          refuse the factor).
# Happens: both multiply the rate by a quotient with that factor, so 0 becomes NaN (0 times infinity), and stays NaN for good without an
#          error.
# Seen:    LinearLR 0 NaN NaN NaN NaN NaN; ConstantLR 0 0 0 NaN NaN NaN
# Matters: one step with that rate makes every weight NaN; a warm-up has to start above zero or be a function of the step.
. "$(dirname "$0")/lib/torchsharp.sh"
torchsharp <<'CS'
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;

double[] Rates(Func<Optimizer, lr_scheduler.LRScheduler> make)
{
    using var weight = new Parameter(ones(1));
    using var optimizer = SGD([weight], 0.1);
    var schedule = make(optimizer);
    return Enumerable.Range(0, 6).Select(_ =>
    {
        var rate = optimizer.ParamGroups.Single().LearningRate;
        schedule.step();
        return rate;
    }).ToArray();
}

var linear = Rates(optimizer => lr_scheduler.LinearLR(optimizer, start_factor: 0, total_iters: 4));
var constant = Rates(optimizer => lr_scheduler.ConstantLR(optimizer, factor: 0, total_iters: 3));
Show("LinearLR", linear);
Show("ConstantLR", constant);
Expect(linear[0] == 0 && linear.Skip(1).All(double.IsNaN), "LinearLR from 0 is a number now");
Expect(constant[2] == 0 && constant.Skip(3).All(double.IsNaN), "ConstantLR with factor 0 is a number now");
CS
