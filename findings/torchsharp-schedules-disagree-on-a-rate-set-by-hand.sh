#!/usr/bin/env bash
# Package: TorchSharp 0.107.0 with libtorch-cpu-linux-x64 2.10.0 (NuGet).
# Guess:   a schedule made after group.LearningRate = 0.01 starts from 0.01 (PyTorch's first schedule takes the group's rate as it is).
# Happens: it depends on the schedule: LambdaLR goes back to the rate of the optimizer's constructor, CosineAnnealingLR and ExponentialLR
#          go on from the one set.
# Seen:    built with 0.1, set to 0.01: LambdaLR 0.1, CosineAnnealingLR 0.01, ExponentialLR 0.01
# Matters: a resumed or second phase with a lower rate would train ten times too fast under one schedule and right under the next; set
#          InitialLearningRate as well.
. "$(dirname "$0")/lib/torchsharp.sh"
torchsharp <<'CS'
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;

double Start(Func<Optimizer, lr_scheduler.LRScheduler> make)
{
    using var weight = new Parameter(ones(1));
    using var optimizer = SGD([weight], 0.1);
    optimizer.ParamGroups.Single().LearningRate = 0.01;
    _ = make(optimizer);
    return optimizer.ParamGroups.Single().LearningRate;
}

var lambda = Start(optimizer => lr_scheduler.LambdaLR(optimizer, _ => 1.0));
var cosine = Start(optimizer => lr_scheduler.CosineAnnealingLR(optimizer, 10));
var exponential = Start(optimizer => lr_scheduler.ExponentialLR(optimizer, 0.9));
Show("built with 0.1, set to 0.01: LambdaLR, CosineAnnealingLR, ExponentialLR", lambda, cosine, exponential);
Expect(Near(lambda, 0.1), "LambdaLR now starts from the rate that was set");
Expect(Near(cosine, 0.01) && Near(exponential, 0.01), "CosineAnnealingLR or ExponentialLR no longer starts from the rate that was set");
CS
