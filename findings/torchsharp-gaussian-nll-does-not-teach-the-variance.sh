#!/usr/bin/env bash
# Package: TorchSharp 0.107.0 with libtorch-cpu-linux-x64 2.10.0 (NuGet).
# Guess:   gaussian_nll_loss sends gradients to mean and variance, and its mean is over all elements (Nix and Weigend 1994; PyTorch).
# Happens: the clamp of the variance is made without gradients, so the variance gets none; and the loss is summed over features before the
#          mean over rows.
# Seen:    [2, 3] elements, error 1, variance 2: loss 1.78972, expected per element 0.596574; gradient of the mean -0.25, of the variance
#          none
# Matters: a head that predicts its uncertainty for valence and arousal never learns it, and the loss scales with the number of outputs.
. "$(dirname "$0")/lib/torchsharp.sh"
torchsharp <<'CS'
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

using var mean = zeros(2, 3, requires_grad: true);
using var variance = full([2, 3], 2f, requires_grad: true);
using var target = ones(2, 3);
using var loss = functional.gaussian_nll_loss(mean, target, variance);
loss.backward();
var perElement = 0.5 * (Math.Log(2) + (1 / 2.0));
Show("loss, expected per element", loss.item<float>(), perElement);
Show("gradient of the mean", mean.grad!.data<float>().ToArray());
Show("gradient of the variance", variance.grad is null ? "none" : "some");
Expect(Near(loss.item<float>(), 3 * perElement), "the loss is no longer summed over the three features");
Expect(variance.grad is null, "the variance gets a gradient now");
CS
