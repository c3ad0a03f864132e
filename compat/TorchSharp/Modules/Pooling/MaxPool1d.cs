using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The largest element under a window of a sequence <c>[N, C, L]</c> or <c>[C, L]</c>.</summary>
public sealed class MaxPool1d : ParameterLessModule<Tensor, Tensor>
{
    internal MaxPool1d(long kernel_size, long? stride, long? padding, long? dilation, bool ceil_mode) : base(nameof(MaxPool1d))
        => (this.kernel_size, this.stride, this.padding, this.dilation, this.ceil_mode)
            = (kernel_size, stride, padding, dilation, ceil_mode);

    public long kernel_size { get; set; }

    /// <summary>The window's step; its width if null.</summary>
    public long? stride { get; set; }

    public long? padding { get; set; }

    public long? dilation { get; set; }

    /// <summary>Whether a window that reaches beyond the end counts.</summary>
    public bool ceil_mode { get; set; }

    public override Tensor forward(Tensor input)
        => nn.functional.max_pool1d(input, kernel_size, stride, padding, dilation, ceil_mode);

    public (Tensor Values, Tensor Indices) forward_with_indices(Tensor input)
        => nn.functional.max_pool1d_with_indices(input, kernel_size, stride, padding, dilation, ceil_mode);
}
