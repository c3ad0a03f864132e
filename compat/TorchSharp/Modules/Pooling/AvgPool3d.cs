using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The mean under a window of a volume <c>[N, C, D, H, W]</c> or <c>[C, D, H, W]</c>.</summary>
public sealed class AvgPool3d : ParameterLessModule<Tensor, Tensor>
{
    internal AvgPool3d(long[] kernel_size, long[]? stride, long[]? padding, bool ceil_mode, bool count_include_pad, long? divisor_override)
        : base(nameof(AvgPool3d))
        => (this.kernel_size, this.stride, this.padding, this.ceil_mode, this.count_include_pad, this.divisor_override)
            = (kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override);

    public long[] kernel_size { get; set; }

    /// <summary>The window's step; its width if null.</summary>
    public long[]? stride { get; set; }

    public long[]? padding { get; set; }

    /// <summary>Whether a window that reaches beyond the end counts.</summary>
    public bool ceil_mode { get; set; }

    /// <summary>Whether the mean divides by the padding's elements too.</summary>
    public bool count_include_pad { get; set; }

    /// <summary>What the sums are divided by; the number of elements if null.</summary>
    public long? divisor_override { get; set; }

    public override Tensor forward(Tensor input)
        => nn.functional.avg_pool3d(input, kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override);
}
