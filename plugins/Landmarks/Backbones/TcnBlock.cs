using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Mpuc.Plugins.Landmarks.Backbones;

/// <summary>
/// A residual block of a temporal convolutional network (Bai et al. 2018, Fig. 1b, with one convolution that looks both ways): dilated
/// convolution, layer normalisation of every frame, ReLU, dropout, and the block's input added.
/// </summary>
internal sealed class TcnBlock : nn.Module<Tensor, Tensor>
{
    // All frames under the kernel side by side, so that the convolution is one matrix product; convolutions with dilation are slow on a
    // CPU.
    [ComponentName(Name = "conv")]
    private readonly Linear _conv;

    [ComponentName(Name = "norm")]
    private readonly LayerNorm _norm;

    [ComponentName(Name = "dropout")]
    private readonly Dropout _dropout;

    private readonly int _kernelSize;
    private readonly int _dilation;

    /// <summary>Creates the block.</summary>
    public TcnBlock(TcnOptions options, int dilation)
        : base(nameof(TcnBlock))
    {
        (_kernelSize, _dilation) = (options.KernelSize, dilation);
        _conv = nn.Linear(options.KernelSize * options.Channels, options.Channels);
        _norm = nn.LayerNorm(options.Channels);
        _dropout = nn.Dropout(options.Dropout);
        RegisterComponents();
    }

    /// <summary>Runs the block.</summary>
    /// <param name="values">Values, <c>[B, T, channels]</c>, zero in the padding.</param>
    /// <returns>Values, <c>[B, T, channels]</c>.</returns>
    public override Tensor forward(Tensor values)
    {
        using var scope = NewDisposeScope();
        var reach = _kernelSize / 2 * _dilation;
        var padded = nn.functional.pad(values, [0, 0, reach, reach]);
        var frames = Enumerable.Range(0, _kernelSize).Select(index => padded.narrow(1, index * _dilation, values.shape[1])).ToArray();
        var branch = _norm.call(_conv.call(cat(frames, 2))).relu();
        return (values + _dropout.call(branch)).MoveToOuterDisposeScope();
    }
}
