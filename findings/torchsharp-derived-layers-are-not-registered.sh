#!/usr/bin/env bash
# Package: TorchSharp 0.107.0 with libtorch-cpu-linux-x64 2.10.0 (NuGet).
# Guess:   a derived module that calls RegisterComponents after its base class did adds the layers that it made meanwhile.
# Happens: the second call returns at once: layers that were null at the first call stay unregistered, untrained and unsaved, and nothing
#          says so.
# Seen:    state_dict keys of base and derived: first.weight first.bias; parameters of the optimizer 2 of 4
# Matters: a backbone that extends another trains half of itself; a private layer of the base class, made before its call, is fine.
. "$(dirname "$0")/lib/torchsharp.sh"
torchsharp <<'CS'
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

using var model = new Derived();
Show("state_dict keys of base and derived", model.state_dict().Keys);
Show("parameters", model.parameters().Count(), "of 4");
Expect(model.state_dict().Keys.Order().SequenceEqual(["first.bias", "first.weight"]), "the derived class's layer is registered now");

internal class Base : nn.Module<Tensor, Tensor>
{
    private readonly Linear first = nn.Linear(2, 2);

    public Base() : base("Base") => RegisterComponents();

    public override Tensor forward(Tensor input) => first.call(input);
}

internal sealed class Derived : Base
{
    private readonly Linear second;

    public Derived()
    {
        second = nn.Linear(2, 2);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input) => second.call(base.forward(input));
}
CS
