#!/usr/bin/env bash
# Package: TorchSharp 0.107.0 with libtorch-cpu-linux-x64 2.10.0 (NuGet).
# Guess:   maximize: true turns the gradient round and leaves weight decay what it is, in SGD as in Adam of the same package and in
#          PyTorch.
# Happens: SGD adds the decay to the gradient first and then turns both round, so decay pushes the weight away from zero; Adam does not.
# Seen:    weight 1, gradient 0, rate 0.1, decay 0.5, one step: SGD 1.05, Adam 0.9
# Matters: an adversarial or mutual-information term that is maximised with SGD blows its weights up slowly; negate the loss instead.
. "$(dirname "$0")/lib/torchsharp.sh"
torchsharp <<'CS'
using TorchSharp.Modules;
using static TorchSharp.torch;

double After(Func<Parameter, optim.Optimizer> make)
{
    using var weight = new Parameter(ones(1));
    using var optimizer = make(weight);
    weight.grad = zeros(1);
    optimizer.step();
    return weight.item<float>();
}

var sgd = After(weight => optim.SGD([weight], 0.1, weight_decay: 0.5, maximize: true));
var adam = After(weight => optim.Adam([weight], 0.1, weight_decay: 0.5, maximize: true));
Show("weight after one step: SGD, Adam", sgd, adam);
Expect(Near(sgd, 1.05), "SGD's decay shrinks the weight now");
Expect(Near(adam, 0.9, 1e-3), "Adam's decay no longer shrinks the weight");
CS
