#!/usr/bin/env bash
# Package: TorchSharp 0.107.0 with libtorch-cpu-linux-x64 2.10.0 (NuGet).
# Guess:   Module.to(type or device) takes along every registered buffer; persistent: false only keeps one out of state_dict.
# Happens: a buffer that is not persistent is not listed by buffers() at all, whatever its arguments, and so to() does not convert or move
#          it.
# Seen:    buffers listed: steady; after to(float64): parameter Float64, persistent buffer Float64, other buffer Float32
# Matters: position tables and masks are registered that way; after a cast they silently raise or lower the type of every activation, and
#          on a GPU they stay behind.
. "$(dirname "$0")/lib/torchsharp.sh"
torchsharp <<'CS'
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

using var model = new Model();
Show("buffers listed", model.named_buffers(recurse: true, include_nonpersistent: true).Select(item => item.name));
model.to(float64);
var (steady, fleeting) = (model.get_buffer("steady")!.dtype, model.get_buffer("fleeting")!.dtype);
Show("after to(float64): parameter, persistent, other", model.get_parameter("weight")!.dtype, steady, fleeting);
Expect(steady == ScalarType.Float64, "a persistent buffer is no longer converted");
Expect(fleeting == ScalarType.Float32, "a buffer that is not persistent is converted now");

internal sealed class Model : nn.Module<Tensor, Tensor>
{
    public Model() : base("Model")
    {
        register_parameter("weight", new Parameter(ones(2)));
        register_buffer("steady", ones(2));
        register_buffer("fleeting", ones(2), persistent: false);
    }

    public override Tensor forward(Tensor input) => input;
}
CS
