using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The mean under a window of a sequence <c>[N, C, L]</c> or <c>[C, L]</c>.</summary>
public sealed class AvgPool1d : ParameterLessModule<Tensor, Tensor>
{
    internal AvgPool1d(long kernel_size, long? stride, long? padding, bool ceil_mode, bool count_include_pad) : base(nameof(AvgPool1d))
        => (this.kernel_size, this.stride, this.padding, this.ceil_mode, this.count_include_pad)
            = (kernel_size, stride, padding, ceil_mode, count_include_pad);

    public long kernel_size { get; set; }

    /// <summary>The window's step; its width if null.</summary>
    public long? stride { get; set; }

    public long? padding { get; set; }

    /// <summary>Whether a window that reaches beyond the end counts.</summary>
    public bool ceil_mode { get; set; }

    /// <summary>Whether the mean divides by the padding's elements too.</summary>
    public bool count_include_pad { get; set; }

    public override Tensor forward(Tensor input)
        => nn.functional.avg_pool1d(input, kernel_size, stride, padding, ceil_mode, count_include_pad);
}
