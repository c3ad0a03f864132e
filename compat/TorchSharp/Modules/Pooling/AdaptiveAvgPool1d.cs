using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Means under windows chosen so that a sequence <c>[N, C, L]</c> or <c>[C, L]</c> comes out with a given spatial size.</summary>
public sealed class AdaptiveAvgPool1d : ParameterLessModule<Tensor, Tensor>
{
    internal AdaptiveAvgPool1d(long output_size) : base(nameof(AdaptiveAvgPool1d)) => this.output_size = output_size;

    public long output_size { get; set; }

    public override Tensor forward(Tensor input) => nn.functional.adaptive_avg_pool1d(input, output_size);
}
