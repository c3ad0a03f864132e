#!/usr/bin/env bash
# Package: TorchSharp 0.107.0 with libtorch-cpu-linux-x64 2.10.0 (NuGet).
# Guess:   CyclicLR cycles momentum against the rate, between base_momentum 0.8 and max_momentum 0.9: least where the rate is greatest.
# Happens: it adds where it should subtract: momentum rises with the rate, from 0.9 to 1.0 by default, and at the peak nothing of the
#          velocity decays.
# Seen:    momentum over one cycle: 0.9 0.925 0.95 0.975 1 0.975 0.95 0.925 0.9; the rate at its peak 0.1
# Matters: with momentum 1 a run leaves the basin at every peak; pass cycle_momentum: false or use a schedule of one's own.
. "$(dirname "$0")/lib/torchsharp.sh"
torchsharp <<'CS'
using TorchSharp.Modules;
using static TorchSharp.torch;

using var weight = new Parameter(ones(1));
using var optimizer = optim.SGD([weight], 0.1, momentum: 0.9);
var schedule = optim.lr_scheduler.CyclicLR(optimizer, 0.01, 0.1, step_size_up: 4);
var group = (SGD.ParamGroup)optimizer.ParamGroups.Single();
var seen = new List<(double Rate, double Momentum)>();
for (var step = 0; step < 9; step++)
{
    seen.Add((group.LearningRate, group.Momentum));
    schedule.step();
}

Show("momentum over one cycle", seen.Select(item => item.Momentum));
Show("rate over one cycle", seen.Select(item => item.Rate));
Expect(Near(seen[4].Rate, 0.1) && Near(seen[4].Momentum, 1.0), "momentum at the peak of the rate is no longer 1");
Expect(Near(seen[0].Momentum, 0.9), "momentum no longer starts at its maximum");
CS
