using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The softmax over the channels of images <c>[N, C, H, W]</c> or <c>[C, H, W]</c>.</summary>
public sealed class Softmax2d : ParameterLessModule<Tensor, Tensor>
{
    internal Softmax2d() : base(nameof(Softmax2d))
    {
    }

    public override Tensor forward(Tensor tensor) => nn.functional.softmax2d(tensor);
}
