using System.Reflection;

namespace Mpuc.Conformance.Tests.Toy;

/// <summary>A plugin that keeps every promise but one.</summary>
internal sealed class ToyPlugin(ToyFault fault) : IPluginUnderTest
{
    public static readonly Option<string> Axis = Option.Choice("axis", "rows", ["rows", "mirrored"], "Which way round frames are.");

    public static readonly Option<int> Scale = Option.Integer("scale", 2, "What numbers are multiplied by.", 1, 9);

    public static readonly Option<int> Hidden = Option.Integer("hidden", 8, "Numbers between the layers.", 2, 64);

    public string MainAssembly { get; } = Assembly.GetExecutingAssembly().Location;

    public IReadOnlyList<ModalityDescriptor> Modalities { get; } =
    [
        .. Enumerable.Repeat(
            new ModalityDescriptor
            {
                Kind = fault == ToyFault.NameWithSpaces ? "toy numbers" : "toy",
                Description = fault == ToyFault.NoSentence ? "numbers" : "Lines of numbers.",
                Extensions = [fault == ToyFault.UpperCaseExtension ? ".TXT" : ".txt"],
                Options = fault switch
                {
                    ToyFault.OptionWithoutRange => new OptionSchema(Axis, Scale, Option.Number("rate", 10, "Frames per second.")),
                    ToyFault.OptionWithoutSentence => new OptionSchema(Axis, Scale, Option.Text("name", "", "name")),
                    _ => new OptionSchema(Axis, Scale),
                },
                DefaultBackbone = fault == ToyFault.UnknownDefaultBackbone ? "large" : "mean",
            },
            fault == ToyFault.OfferedTwice ? 2 : 1),
    ];

    public IReadOnlyList<BackboneDescriptor> Backbones { get; } =
        [new() { Kind = "toy", Name = "mean", Description = "Two layers on the mean.", Options = new OptionSchema(Hidden) }];

    public WeakReference LoadContext { get; } = new(null);

    public IModalityEncoder CreateEncoder(string kind, OptionValues options) => new ToyEncoder(options, fault);

    public Backbone CreateBackbone(BackboneDescriptor descriptor, OptionValues options, BackboneContext context) =>
        new ToyBackbone(context, options, fault);

    public void Dispose()
    {
    }
}
