#!/usr/bin/env bash
# Package: TorchSharp 0.107.0 with libtorch-cpu-linux-x64 2.10.0 (NuGet).
# Guess:   a layer in a property `Linear Layer { get; }` is saved as "Layer.weight"; RegisterComponents names what it finds after its
#          member.
# Happens: it looks at fields alone, so the compiler's name of the hidden field becomes the key; a List of layers is not found at all.
# Seen:    state_dict keys: <Layer>k__BackingField.weight <Layer>k__BackingField.bias; of a field List<Module>: none
# Matters: a refactoring from field to property, or any checkpoint from PyTorch, no longer loads; a list trains nothing. Use fields and
#          ModuleList.
. "$(dirname "$0")/lib/torchsharp.sh"
torchsharp <<'CS'
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

using var property = new WithProperty();
using var list = new WithList();
Show("keys of a property", property.state_dict().Keys);
Show("keys of a list", list.state_dict().Count);
Expect(property.state_dict().ContainsKey("<Layer>k__BackingField.weight"), "an auto-property's layer has another key now");
Expect(list.state_dict().Count == 0, "layers in a List are registered now");

internal sealed class WithProperty : nn.Module<Tensor, Tensor>
{
    public WithProperty() : base("WithProperty") => RegisterComponents();

    public Linear Layer { get; } = nn.Linear(2, 2);

    public override Tensor forward(Tensor input) => Layer.call(input);
}

internal sealed class WithList : nn.Module<Tensor, Tensor>
{
    private readonly List<nn.Module<Tensor, Tensor>> layers = [nn.Linear(2, 2)];

    public WithList() : base("WithList") => RegisterComponents();

    public override Tensor forward(Tensor input) => layers[0].call(input);
}
CS
