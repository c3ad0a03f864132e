using Mpuc;
using TorchSharp;
using static TorchSharp.torch;

namespace Samples.Vectors.Backbones;

/// <summary>
/// A multilayer perceptron on the mean over time: per hidden layer a linear layer, ReLU and dropout, then a linear layer to 512 features.
/// </summary>
public sealed class Mlp : Backbone
{
    internal const string Name = "mlp";

    private static readonly Option<IReadOnlyList<int>> HiddenOption = Option.Integers(
        "hidden", [256], "The sizes of the hidden layers.", minimum: 1, maximum: 65536);

    private static readonly Option<double> DropoutOption = Option.Number(
        "dropout", 0.1, "The probability that a hidden feature is dropped in training.", minimum: 0, maximum: 0.99);

    private readonly nn.Module<Tensor, Tensor> layers;

    /// <summary>Creates the backbone with fresh weights.</summary>
    /// <param name="context">The vector's size.</param>
    /// <param name="options">The backbone's options.</param>
    public Mlp(BackboneContext context, OptionValues options)
        : base(nameof(Mlp))
    {
        var modules = new List<(string, nn.Module<Tensor, Tensor>)>();
        var width = context.FrameSize;
        foreach (var (index, size) in options.Get(HiddenOption).Index())
        {
            modules.Add(($"linear{index}", nn.Linear(width, size)));
            modules.Add(($"activation{index}", nn.ReLU()));
            modules.Add(($"dropout{index}", nn.Dropout(options.Get(DropoutOption))));
            width = size;
        }

        modules.Add(("output", nn.Linear(width, FeatureSize)));
        layers = nn.Sequential(modules);
        RegisterComponents();
    }

    /// <summary>What the host learns of the backbone.</summary>
    internal static BackboneDescriptor Descriptor { get; } = new()
    {
        Kind = VectorsConstants.Kind,
        Name = Name,
        Description = "A multilayer perceptron on the mean over time.",
        Options = new OptionSchema(HiddenOption, DropoutOption),
    };

    /// <inheritdoc/>
    public override Tensor forward(Tensor values, Tensor lengths)
    {
        using var scope = NewDisposeScope();
        return layers.forward(FrameMean.Of(values, lengths)).MoveToOuterDisposeScope();
    }
}
