#!/usr/bin/env bash
# Package: TorchSharp 0.107.0 with libtorch-cpu-linux-x64 2.10.0 (NuGet).
# Guess:   DataLoader(shuffle: true, seed: 1) draws a new order each epoch, the same ones in every run; without a seed manual_seed
#          decides.
# Happens: with a seed every epoch has the same order; without one System.Random decides and manual_seed has no say.
# Seen:    seed 1, three epochs: 1 distinct order; manual_seed 3 twice, no seed: 2 distinct orders
# Matters: batches of a contrastive loss would hold the same negatives for the whole run, or the run cannot be repeated; shuffle indices
#          oneself.
. "$(dirname "$0")/lib/torchsharp.sh"
torchsharp <<'CS'
using TorchSharp;
using static TorchSharp.torch;

using var data = utils.data.TensorDataset(arange(64));
string Order(int? seed, int epochs)
{
    using var loader = utils.data.DataLoader(data, 64, shuffle: true, seed: seed, disposeDataset: false);
    var orders = new HashSet<string>();
    for (var epoch = 0; epoch < epochs; epoch++)
    {
        foreach (var batch in loader)
        {
            orders.Add(string.Join(' ', batch[0].data<long>().ToArray()));
        }
    }

    Show($"seed {seed?.ToString() ?? "none"}, {epochs} epochs, distinct orders", orders.Count);
    return orders.Count == 1 ? orders.Single() : "";
}

Expect(Order(1, 3).Length > 0, "a seeded loader draws a new order in every epoch now");
random.manual_seed(3);
var first = Order(null, 1);
random.manual_seed(3);
var second = Order(null, 1);
Show("the same order after the same manual_seed", first == second);
Expect(first != second, "manual_seed decides about the order now");
CS
