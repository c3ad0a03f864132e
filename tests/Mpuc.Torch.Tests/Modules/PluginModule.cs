using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Mpuc.Torch.Tests.Modules;

/// <summary>A module as a plugin has it: layers, a parameter and a buffer in fields, registered by reflection.</summary>
internal sealed class PluginModule : nn.Module<Tensor, Tensor>
{
    private readonly Linear linear = nn.Linear(3, 2);
    private readonly Parameter scale = new(ones(1));
    private readonly Tensor offset = zeros(1);

    public PluginModule() : base(nameof(PluginModule)) => RegisterComponents();

    public override Tensor forward(Tensor input) => (linear.call(input) * scale) + offset;
}
