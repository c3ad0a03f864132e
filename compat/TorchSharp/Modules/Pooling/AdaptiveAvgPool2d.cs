using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// Means under windows chosen so that an image <c>[N, C, H, W]</c> or <c>[C, H, W]</c> comes out with a given spatial size.
/// </summary>
public sealed class AdaptiveAvgPool2d : ParameterLessModule<Tensor, Tensor>
{
    internal AdaptiveAvgPool2d(long[] output_size) : base(nameof(AdaptiveAvgPool2d)) => this.output_size = output_size;

    public long[] output_size { get; set; }

    public override Tensor forward(Tensor input) => nn.functional.adaptive_avg_pool2d(input, output_size);
}
