using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Mpuc.Plugins.Face.Backbones.R2Plus1d;

/// <summary>
/// A 3-D convolution without bias whose kernel extends over space or over time, not both. In memory order <c>[B, T, H, W, C]</c> each of
/// the two is a 2-D convolution in channels-last order of a view: of B * T frames, or of B images with time down and all places of a frame
/// across. On a CPU that takes three quarters of the time of the 3-D operator. Weight and starting values are those of torchvision's
/// <c>Conv3d</c>.
/// </summary>
internal sealed class FactoredConvolution : nn.Module<Tensor, Tensor>
{
    [ComponentName(Name = "weight")]
    private readonly Parameter _weight;

    private readonly long _timeStride;
    private readonly long _spaceStride;

    private FactoredConvolution(long[] shape, long timeStride, long spaceStride)
        : base(nameof(FactoredConvolution))
    {
        (_timeStride, _spaceStride) = (timeStride, spaceStride);
        _weight = new Parameter(
            nn.init.kaiming_normal_(empty(shape), mode: nn.init.FanInOut.FanOut, nonlinearity: nn.init.NonlinearityType.ReLU));
        RegisterComponents();
    }

    private bool IsOverTime => _weight.shape[2] > 1;

    /// <summary>A convolution of each frame.</summary>
    public static FactoredConvolution OverSpace(long inputs, long outputs, long kernel, long stride) =>
        new([outputs, inputs, 1, kernel, kernel], timeStride: 1, stride);

    /// <summary>A convolution of each place over time.</summary>
    /// <param name="kernel">Frames that an output weighs; odd, above 1.</param>
    public static FactoredConvolution OverTime(long inputs, long outputs, long kernel, long stride) =>
        new([outputs, inputs, kernel, 1, 1], stride, spaceStride: 1);

    /// <summary>A linear map of the channels, of every stride-th place and frame.</summary>
    public static FactoredConvolution Pointwise(long inputs, long outputs, long stride) => new([outputs, inputs, 1, 1, 1], stride, stride);

    /// <summary>Convolves clips, padded with zeros so that a stride of 1 keeps their size.</summary>
    /// <param name="values">Clips, <c>[B, T, H, W, inputs]</c>.</param>
    /// <returns>Clips, <c>[B, T', H', W', outputs]</c>.</returns>
    public override Tensor forward(Tensor values)
    {
        using var scope = NewDisposeScope();
        return (IsOverTime ? OverTime(values) : OverSpace(values)).MoveToOuterDisposeScope();
    }

    private Tensor OverTime(Tensor values)
    {
        var (height, width) = (values.shape[2], values.shape[3]);
        var image = values.flatten(2, 3).permute(0, 3, 1, 2);
        var result = nn.functional.conv2d(image, _weight.squeeze(4), strides: [_timeStride, 1], padding: [_weight.shape[2] / 2, 0])
            .permute(0, 2, 3, 1);
        return result.reshape(result.shape[0], result.shape[1], height, width, result.shape[3]);
    }

    private Tensor OverSpace(Tensor values)
    {
        var frames = values.slice(1, 0, values.shape[1], _timeStride);
        var images = frames.flatten(0, 1).permute(0, 3, 1, 2);
        var padding = _weight.shape[3] / 2;
        var result = nn.functional.conv2d(images, _weight.squeeze(2), strides: [_spaceStride, _spaceStride], padding: [padding, padding])
            .permute(0, 2, 3, 1);
        return result.reshape(frames.shape[0], frames.shape[1], result.shape[1], result.shape[2], result.shape[3]);
    }
}
