using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Maxima under windows chosen so that a sequence <c>[N, C, L]</c> or <c>[C, L]</c> comes out with a given spatial size.</summary>
public sealed class AdaptiveMaxPool1d : ParameterLessModule<Tensor, Tensor>
{
    internal AdaptiveMaxPool1d(long output_size) : base(nameof(AdaptiveMaxPool1d)) => this.output_size = output_size;

    public long output_size { get; set; }

    public override Tensor forward(Tensor input) => nn.functional.adaptive_max_pool1d(input, output_size);

    public (Tensor Values, Tensor Indices) forward_with_indices(Tensor input)
        => nn.functional.adaptive_max_pool1d_with_indices(input, output_size);
}
