#!/usr/bin/env bash
# Package: TorchSharp 0.107.0 with libtorch-cpu-linux-x64 2.10.0 (NuGet).
# Guess:   SGD(parameters.Where(p => p.requires_grad)) takes the parameters that train at that moment, as PyTorch makes a list of what it
#          is given.
# Happens: the group keeps the query and runs it at every step: a parameter frozen later leaves the optimizer, and one thawed later has no
#          state and throws.
# Seen:    parameters 2, after freezing the weight 1; thawing one that was frozen at the start: KeyNotFoundException in step
# Matters: gradual unfreezing of a backbone fails at the first step after it, and a checkpoint's count of states changes; pass a list.
. "$(dirname "$0")/lib/torchsharp.sh"
torchsharp <<'CS'
using TorchSharp;
using static TorchSharp.torch;

using var layer = nn.Linear(2, 2);
using var optimizer = optim.SGD(layer.parameters().Where(parameter => parameter.requires_grad), 0.1);
var before = optimizer.parameters().Count();
layer.weight.requires_grad = false;
var after = optimizer.parameters().Count();
Show("parameters before and after freezing", before, after);
Expect(before == 2 && after == 1, "the optimizer keeps the parameters it was given");

using var thawed = nn.Linear(2, 2);
thawed.weight.requires_grad = false;
using var second = optim.SGD(thawed.parameters().Where(parameter => parameter.requires_grad), 0.1);
thawed.weight.requires_grad = true;
thawed.call(ones(1, 2)).sum().backward();
var outcome = "a step";
try
{
    second.step();
}
catch (KeyNotFoundException problem)
{
    outcome = problem.GetType().Name;
}

Show("step after thawing", outcome);
Expect(outcome == nameof(KeyNotFoundException), "a parameter that joins the query later no longer throws");
CS
