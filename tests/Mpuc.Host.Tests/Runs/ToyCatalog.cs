using System.Globalization;
using Mpuc.Host.Modalities;
using Mpuc.Host.Tests.Training;
using TorchSharp;

namespace Mpuc.Host.Tests.Runs;

/// <summary>One kind of modality without a plugin: a text file of numbers is a vector.</summary>
internal sealed class ToyCatalog(string version = "1.0.0") : IModalityCatalog
{
    public IReadOnlyList<ModalityDescriptor> Modalities => throw new NotSupportedException();

    public IReadOnlyList<BackboneDescriptor> Backbones => throw new NotSupportedException();

    public Modality Create(ModalitySettings settings)
    {
        var plugin = new PluginIdentity("test.toy", version, "cafe");
        return new Modality(settings, new NumberFile(), plugin, plugin, context => new LinearBackbone(context));
    }

    private sealed class NumberFile : IModalityEncoder
    {
        public async Task<ModalitySequence> ReadAsync(ModalitySource source, CancellationToken cancellationToken)
        {
            var text = await File.ReadAllTextAsync(source.Path, cancellationToken);
            var numbers = text.Split(' ').Select(number => float.Parse(number, CultureInfo.InvariantCulture)).ToArray();
            return new ModalitySequence(torch.tensor(numbers, [1, numbers.Length]), 0);
        }

        public int WindowFrames(double seconds) => 1;

        public ModalityWindow Window(ModalitySequence sequence, TimeWindow window) => sequence.Cut(window, 1);
    }
}
