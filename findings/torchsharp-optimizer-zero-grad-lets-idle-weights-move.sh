#!/usr/bin/env bash
# Package: TorchSharp 0.107.0 with libtorch-cpu-linux-x64 2.10.0 (NuGet).
# Guess:   optimizer.zero_grad() and module.zero_grad() are the same thing; a branch that took no part in the loss does not move (PyTorch
#          2: gradients become none).
# Happens: the optimizer's leaves zeros, so momentum and weight decay go on moving idle weights; the module's leaves none, and they rest.
# Seen:    weight 1 after one step with a gradient and three without: by the optimizer 0.575959, by the module 0.89
# Matters: a modality that is missing from a batch would drift; call the module's zero_grad.
. "$(dirname "$0")/lib/torchsharp.sh"
torchsharp <<'CS'
using TorchSharp;
using static TorchSharp.torch;

double After(bool byModule)
{
    using var layer = nn.Linear(1, 1, hasBias: false);
    using var optimizer = optim.SGD(layer.parameters(), 0.1, momentum: 0.9, weight_decay: 0.1);
    nn.init.ones_(layer.weight);
    layer.call(ones(1, 1)).sum().backward();
    optimizer.step();
    for (var step = 0; step < 3; step++)
    {
        if (byModule)
        {
            layer.zero_grad();
        }
        else
        {
            optimizer.zero_grad();
        }

        optimizer.step();
    }

    return layer.weight.item<float>();
}

var byOptimizer = After(byModule: false);
var byModule = After(byModule: true);
Show("weight after three idle steps: by the optimizer, by the module", byOptimizer, byModule);
Expect(Near(byModule, 0.89), "Module.zero_grad no longer leaves idle weights at rest");
Expect(byOptimizer < 0.6, "Optimizer.zero_grad now leaves idle weights at rest");
CS
