using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharpPeer.Models;

/// <summary>One linear layer on the mean over time of vectors of 35 values.</summary>
internal sealed class MeanVector : nn.Module<Tensor, Tensor>
{
    private readonly Linear _fc = nn.Linear(35, Features.Size);

    public MeanVector()
        : base(nameof(MeanVector)) => RegisterComponents();

    /// <param name="input">Windows, <c>[B, T, 35]</c>.</param>
    public override Tensor forward(Tensor input) => _fc.call(input.mean([1]));
}
