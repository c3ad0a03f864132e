#!/usr/bin/env bash
# Package: TorchSharp 0.107.0 with libtorch-cpu-linux-x64 2.10.0 (NuGet).
# Guess:   OneCycleLR takes every parameter group up to max_lr and then down to nearly nothing.
# Happens: it tests the group's index where it means the phase's, so the second of two groups never leaves the rising phase: past its end
#          the cosine runs on, and the rate swings between max_lr and its start for the rest of the run.
# Seen:    first group, steps 5 10 15 19: 0.1 0.0716943 0.0188258 4e-07; second group: 0.1 0.004 0.1 0.0131672
# Matters: weight decay for some parameters only needs two groups; the second would train at the full rate to the end.
. "$(dirname "$0")/lib/torchsharp.sh"
torchsharp <<'CS'
using TorchSharp.Modules;
using static TorchSharp.torch;

using var first = new Parameter(ones(1));
using var second = new Parameter(ones(1));
using var optimizer = optim.SGD([new SGD.ParamGroup([first]), new SGD.ParamGroup([second])], 0.1);
var schedule = optim.lr_scheduler.OneCycleLR(optimizer, [0.1, 0.1], total_steps: 20);
var rates = new List<double[]> { optimizer.ParamGroups.Select(group => group.LearningRate).ToArray() };
while (rates.Count < 20)
{
    schedule.step();
    rates.Add(optimizer.ParamGroups.Select(group => group.LearningRate).ToArray());
}

int[] steps = [5, 10, 15, 19];
Show("first group, steps 5 10 15 19", steps.Select(step => rates[step][0]));
Show("second group, the same steps", steps.Select(step => rates[step][1]));
Expect(rates[19][0] < 1e-5, "the first group no longer ends near zero");
Expect(Near(rates[15][1], 0.1) && rates[19][1] > 0.01, "the second group now ends as the first does");
CS
