#!/usr/bin/env bash
# Package: TorchSharp 0.107.0 with libtorch-cpu-linux-x64 2.10.0 (NuGet).
# Guess:   setting SGD.Momentum (or Adam.Betas) between steps changes how the optimizer steps; reading it back gives the new value.
# Happens: the property reads and writes the defaults for groups added later; the group that exists keeps stepping with the old value.
# Seen:    SGD.Momentum reads 0 and the steps are 0.1 0.19 0.271, those of momentum 0.9
# Matters: a warm-up of the momentum written this way trains without it and every log says that it was on; set it on the groups.
. "$(dirname "$0")/lib/torchsharp.sh"
torchsharp <<'CS'
using TorchSharp.Modules;
using static TorchSharp.torch;

double[] Steps(Action<SGD> change)
{
    using var weight = new Parameter(zeros(1));
    using var optimizer = optim.SGD([weight], 0.1, momentum: 0.9);
    change(optimizer);
    Show("SGD.Momentum reads", optimizer.Momentum);
    return Enumerable.Range(0, 3).Select(_ =>
    {
        var before = weight.item<float>();
        optimizer.zero_grad();
        weight.sum().backward();
        optimizer.step();
        return (double)(before - weight.item<float>());
    }).ToArray();
}

var byProperty = Steps(optimizer => optimizer.Momentum = 0);
var byGroup = Steps(optimizer => ((SGD.ParamGroup)optimizer.ParamGroups.Single()).Momentum = 0);
Show("steps after optimizer.Momentum = 0", byProperty);
Show("steps after group.Momentum = 0", byGroup);
Expect(Near(byProperty[2], 0.271), "the optimizer's property now reaches its groups");
Expect(Near(byGroup[2], 0.1), "the group's property no longer counts");
CS
