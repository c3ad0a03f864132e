#!/usr/bin/env bash
# Package: TorchSharp 0.107.0 with libtorch-cpu-linux-x64 2.10.0 (NuGet).
# Guess:   torch.nn.GroupNorm starts with weight 1 and bias 0, as libtorch's does and as TorchSharp's own BatchNorm1d does.
# Happens: its managed constructor takes torch.empty for both and initialises neither, so they hold whatever the memory held before.
# Seen:    weights left: 1000 of 1000 layers do not start with ones and zeros
# Matters: a temporal network with the stock layer starts from random scales that no seed repeats; it needs an explicit ones_ and zeros_.
. "$(dirname "$0")/lib/torchsharp.sh"
torchsharp <<'CS'
using TorchSharp;
using static TorchSharp.torch;

var wrong = 0;
for (var trial = 0; trial < 1000; trial++)
{
    using var scope = NewDisposeScope();
    var layer = nn.GroupNorm(1, 64);
    var starts = (bool)(layer.weight == 1).all() && (bool)(layer.bias == 0).all();
    wrong += starts ? 0 : 1;
}

Show("weights left", wrong, "of 1000 layers do not start with ones and zeros");
Expect(wrong > 0, "GroupNorm now starts with weight 1 and bias 0");
using var batch = nn.BatchNorm1d(64);
Expect((bool)(batch.weight == 1).all(), "BatchNorm1d no longer starts with weight 1");
CS
