using Mpuc;
using TorchSharp;
using static TorchSharp.torch;

namespace Samples.Cepstrum.Backbones;

/// <summary>
/// What classical systems told emotions by, and a perceptron on it: mean and deviation over time of the cepstral coefficients of the
/// log-mel frames, then fc, ReLU, dropout, fc to 512.
/// </summary>
internal sealed class CepstralNet : Backbone
{
    private static readonly Option<int> CoefficientsOption = Option.Integer(
        "coefficients", 40, "Cepstral coefficients that are kept, at most as many as there are bands.", 1, 4096);

    private static readonly Option<int> HiddenOption = Option.Integer("hidden", 256, "The width of the layer between.", 1, 65536);

    private static readonly Option<double> DropoutOption = Option.Number(
        "dropout", 0.1, "The probability that a hidden feature is dropped in training.", 0, 0.99);

    // Not a parameter: it follows from the sizes. As a buffer it goes where the module goes.
    private readonly Tensor transform;
    private readonly nn.Module<Tensor, Tensor> hidden;
    private readonly nn.Module<Tensor, Tensor> dropout;
    private readonly nn.Module<Tensor, Tensor> output;

    /// <summary>Creates the network with fresh weights.</summary>
    /// <param name="context">The number of bands.</param>
    /// <param name="values">Values of the options.</param>
    /// <exception cref="MpucException">There are more coefficients than bands.</exception>
    public CepstralNet(BackboneContext context, OptionValues values)
        : base(nameof(CepstralNet))
    {
        var coefficients = values.Get(CoefficientsOption);
        if (coefficients > context.FrameSize)
        {
            throw new MpucException(
                $"'coefficients' is {coefficients}, but the frames have {context.FrameSize} bands; it must not be larger.");
        }

        transform = CosineTransform.Matrix(context.FrameSize, coefficients);
        hidden = nn.Linear(2 * coefficients, values.Get(HiddenOption));
        dropout = nn.Dropout(values.Get(DropoutOption));
        output = nn.Linear(values.Get(HiddenOption), FeatureSize);
        RegisterComponents();
    }

    /// <summary>What the host learns of the backbone.</summary>
    public static BackboneDescriptor Descriptor { get; } = new()
    {
        Kind = "audio",
        Name = "cepstrum",
        Description = "Mean and deviation of cepstral coefficients (Davis and Mermelstein 1980), and a perceptron.",
        Options = new OptionSchema(CoefficientsOption, HiddenOption, DropoutOption),
    };

    /// <inheritdoc/>
    public override Tensor forward(Tensor values, Tensor lengths)
    {
        using var scope = NewDisposeScope();
        var mask = FrameMask.Of(lengths, values.shape[1], values.dtype);
        var cepstrum = nn.functional.linear(mask.Clear(values.flatten(2)), transform.t());
        var mean = mask.Mean(cepstrum);
        var variance = mask.Mean((cepstrum - mean.unsqueeze(1)).square());

        // Of a single frame the variance is 0, where the root has no slope.
        var summary = cat([mean, (variance + 1e-5).sqrt()], 1);
        return output.forward(dropout.forward(hidden.forward(summary).relu())).MoveToOuterDisposeScope();
    }
}
