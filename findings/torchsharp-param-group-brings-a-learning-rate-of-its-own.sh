#!/usr/bin/env bash
# Package: TorchSharp 0.107.0 with libtorch-cpu-linux-x64 2.10.0 (NuGet).
# Guess:   a ParamGroup made with its weight decay alone takes the learning rate and the rest from the optimizer, as a group's dictionary
#          does in PyTorch.
# Happens: the group's constructor fills in defaults of its own, which win: 0.001 for SGD, and 1.0 for Adamax, NAdam and RAdam, whatever
#          the optimizer was given.
# Seen:    SGD asked for 0.5 runs at 0.001; Adamax asked for 0.002 runs at 1; the object-initializer form keeps 0.5
# Matters: giving norms and biases a group without decay would train them five hundred times too fast or too slow; set Parameters and
#          Options instead.
. "$(dirname "$0")/lib/torchsharp.sh"
torchsharp <<'CS'
using TorchSharp.Modules;
using static TorchSharp.torch;

using var weight = new Parameter(ones(1));
using var sgd = optim.SGD([new SGD.ParamGroup([weight], weight_decay: 0.1)], 0.5);
using var adamax = optim.Adamax([new Adamax.ParamGroup([weight], weight_decay: 0.1)], 0.002);
using var open = optim.SGD([new SGD.ParamGroup { Parameters = [weight], Options = new SGD.Options { weight_decay = 0.1 } }], 0.5);
Show("SGD asked for 0.5 runs at", sgd.ParamGroups.Single().LearningRate);
Show("Adamax asked for 0.002 runs at", adamax.ParamGroups.Single().LearningRate);
Show("a group by object initializer runs at", open.ParamGroups.Single().LearningRate);
Expect(sgd.ParamGroups.Single().LearningRate == 0.001, "a group of SGD now takes the optimizer's rate");
Expect(adamax.ParamGroups.Single().LearningRate == 1.0, "a group of Adamax now takes the optimizer's rate");
Expect(open.ParamGroups.Single().LearningRate == 0.5, "a group with open options no longer takes the optimizer's rate");
CS
