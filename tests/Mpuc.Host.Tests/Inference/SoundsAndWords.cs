using System.Globalization;
using Mpuc.Host.Modalities;
using Mpuc.Host.Tests.Training;
using TorchSharp;

namespace Mpuc.Host.Tests.Inference;

/// <summary>
/// One kind of modality without a plugin: a text file of numbers is a vector. A file that says <c>silence</c> holds nothing of the
/// modality, one that says <c>noise</c> is damaged, and one that says <c>wait</c> is read for ever.
/// </summary>
internal sealed class SoundsAndWords : IModalityCatalog
{
    private static readonly PluginIdentity Plugin = new("test.numbers", "1.0.0", "cafe");

    public IReadOnlyList<ModalityDescriptor> Modalities { get; } =
        [new() { Kind = "numbers", Description = "Numbers.", Extensions = [".txt"], Options = OptionSchema.Empty, DefaultBackbone = "linear" }];

    public IReadOnlyList<BackboneDescriptor> Backbones { get; } =
        [new() { Kind = "numbers", Name = "linear", Description = "A layer.", Options = OptionSchema.Empty }];

    /// <summary>Counts the recordings that are being read for ever.</summary>
    public SemaphoreSlim Reading { get; } = new(0);

    /// <summary>Called before windows are encoded.</summary>
    public Action OnEncode { get; set; } = () => { };

    public Modality Create(ModalitySettings settings) =>
        new(settings, new NumberFile(this), Plugin, Plugin, context => new LinearBackbone(context)
    {
        Spoil = features =>
        {
            OnEncode();
            return features;
        },
    })
    { Extensions = ["." + settings.Source] };

    private sealed class NumberFile(SoundsAndWords catalog) : IModalityEncoder
    {
        public async Task<ModalitySequence> ReadAsync(ModalitySource source, CancellationToken cancellationToken)
        {
            var text = await File.ReadAllTextAsync(source.Path, cancellationToken);
            switch (text)
            {
                case "silence":
                    throw new MpucException($"'{source.Path}' holds no numbers.") { IsMissingModality = true };
                case "noise":
                    throw new MpucException($"'{source.Path}' is damaged.");
                case "wait":
                    catalog.Reading.Release();
                    await Task.Delay(Timeout.Infinite, cancellationToken);
                    break;
            }

            var numbers = text.Split(' ').Select(number => float.Parse(number, CultureInfo.InvariantCulture)).ToArray();
            return new ModalitySequence(torch.tensor(numbers, [1, numbers.Length]), 0);
        }

        public int WindowFrames(double seconds) => 1;

        public ModalityWindow Window(ModalitySequence sequence, TimeWindow window) => sequence.Cut(window, 1);
    }
}
