#!/usr/bin/env bash
# Package: TorchSharp 0.107.0 with libtorch-cpu-linux-x64 2.10.0 (NuGet).
# Guess:   init.trunc_normal_ draws from a normal distribution cut off at a and b, as its name and PyTorch say.
# Happens: with mean 0 every element becomes the same number, the standard deviation (or the bound where that is smaller); no draw is
#          left.
# Seen:    std 0.02, a -2, b 2: min 0.02 max 0.02 std 1.9e-09; std 1, a -2, b 2: min 1 max 1 std 0
# Matters: an embedding or Transformer initialised that way has equal rows and can hardly learn; use normal_ and clamp_.
. "$(dirname "$0")/lib/torchsharp.sh"
torchsharp <<'CS'
using TorchSharp;
using static TorchSharp.torch;

foreach (var deviation in new[] { 0.02, 1.0 })
{
    random.manual_seed(1);
    using var weight = nn.init.trunc_normal_(empty(10_000), 0, deviation, -2, 2);
    var (least, most) = (weight.min().item<float>(), weight.max().item<float>());
    Show($"std {deviation}, a -2, b 2: min, max, std", least, most, weight.std().item<float>());
    Expect(least == most && Near(least, deviation), "trunc_normal_ draws different numbers now");
}

using var plain = nn.init.normal_(empty(10_000), 0, 0.02);
Expect(Near(plain.std().item<float>(), 0.02, 0.1), "normal_ no longer has the deviation asked for");
CS
