#!/usr/bin/env bash
# Package: TorchSharp 0.107.0 with libtorch-cpu-linux-x64 2.10.0 (NuGet).
# Guess:   a module that returns its input unchanged (stochastic depth while evaluating) may stand anywhere in a Sequential, as
#          nn.Identity may.
# Happens: Sequential disposes each input after the module has run, so the output, the same object, is dead: as last module the caller
#          gets a dead tensor.
# Seen:    hand-through as last module: result is invalid True; returning input.alias(): False; an output kept by a forward hook: invalid
#          True
# Matters: such a module works alone and in a custom forward, and fails with "empty handle" in a Sequential; hooks must clone what they
#          keep.
. "$(dirname "$0")/lib/torchsharp.sh"
torchsharp <<'CS'
using TorchSharp;
using static TorchSharp.torch;

using var input = ones(1, 2);
var through = nn.Sequential(nn.Linear(2, 2), new Through(input => input)).call(input);
var alias = nn.Sequential(nn.Linear(2, 2), new Through(input => input.alias())).call(input);
var tapped = nn.Linear(2, 2);
Tensor? kept = null;
tapped.register_forward_hook((_, _, output) => kept = output);
_ = nn.Sequential(tapped, nn.ReLU()).call(input);
Show("invalid: handed through, alias, kept by a hook", through.IsInvalid, alias.IsInvalid, kept!.IsInvalid);
Expect(through.IsInvalid, "a Sequential now leaves a tensor alone that its last module handed through");
Expect(!alias.IsInvalid, "an alias is dead as well");
Expect(kept.IsInvalid, "a hook's output now outlives the Sequential");

internal sealed class Through(Func<Tensor, Tensor> function) : nn.Module<Tensor, Tensor>("Through")
{
    public override Tensor forward(Tensor input) => function(input);
}
CS
