#!/usr/bin/env bash
# Package: TorchSharp 0.107.0 with libtorch-cpu-linux-x64 2.10.0 (NuGet).
# Guess:   load_state_dict with strict: true refuses a tensor of another shape (PyTorch: "size mismatch"), as Module.load of the same
#          package does.
# Happens: it copies with broadcasting: a single row or a single number becomes the whole matrix, and no key is reported as missing or
#          unexpected.
# Seen:    Linear(4, 3) given weight [1, 4] and bias []: missing 0, unexpected 0, distinct rows 1
# Matters: a head trained on one class would load as a head of seven equal classes; compare shapes before loading.
. "$(dirname "$0")/lib/torchsharp.sh"
torchsharp <<'CS'
using TorchSharp;
using static TorchSharp.torch;

using var layer = nn.Linear(4, 3);
var smaller = new Dictionary<string, Tensor> { ["weight"] = tensor(new[] { 1f, 2f, 3f, 4f }).reshape(1, 4), ["bias"] = tensor(2f) };
var (missing, unexpected) = layer.load_state_dict(smaller, strict: true);
var weight = layer.weight.data<float>().ToArray();
Show("missing, unexpected", missing.Count, unexpected.Count);
Show("weight", weight);
Show("bias", layer.bias!.data<float>().ToArray());
Expect(missing.Count + unexpected.Count == 0, "a key is reported now");
Expect(weight.Chunk(4).All(row => row is [1f, 2f, 3f, 4f]), "the single row is no longer spread over the matrix");
CS
