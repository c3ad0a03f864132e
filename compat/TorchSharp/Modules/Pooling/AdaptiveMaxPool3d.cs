using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// Maxima under windows chosen so that a volume <c>[N, C, D, H, W]</c> or <c>[C, D, H, W]</c> comes out with a given spatial
/// size.
/// </summary>
public sealed class AdaptiveMaxPool3d : ParameterLessModule<Tensor, Tensor>
{
    internal AdaptiveMaxPool3d(long[] output_size) : base(nameof(AdaptiveMaxPool3d)) => this.output_size = output_size;

    public long[] output_size { get; set; }

    public override Tensor forward(Tensor input) => nn.functional.adaptive_max_pool3d(input, output_size);

    public (Tensor Values, Tensor Indices) forward_with_indices(Tensor input)
        => nn.functional.adaptive_max_pool3d_with_indices(input, output_size);
}
