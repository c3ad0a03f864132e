using Mpuc;

namespace Samples.Vectors.Tests;

public sealed class VectorsDescriptorTests
{
    private readonly VectorsUnderTest _plugin = new();

    [OneTimeTearDown]
    public void Dispose() => _plugin.Dispose();

    [Test]
    public void The_kind_is_vectors_standardised_on_the_training_split() => Assert.Multiple(() =>
    {
        Assert.That(_plugin.Descriptor.Kind, Is.EqualTo("vectors"));
        Assert.That(_plugin.Descriptor.DefaultNormalization, Is.EqualTo(Normalization.Training));
        Assert.That(_plugin.Descriptor.Extensions, Is.EqualTo(new[] { ".csv" }));
    });

    [Test]
    public void The_default_backbone_is_one_of_the_backbones_and_all_are_of_its_kind() => Assert.Multiple(() =>
    {
        Assert.That(_plugin.Backbones.Select(backbone => backbone.Name), Is.EquivalentTo(new[] { "mlp", "linear" }));
        Assert.That(_plugin.Backbones.Select(backbone => backbone.Kind), Is.All.EqualTo("vectors"));
        Assert.That(_plugin.Descriptor.DefaultBackbone, Is.EqualTo("mlp"));
    });

    [Test]
    public void The_plugin_leaves_the_shared_assemblies_to_the_host()
    {
        var folder = TestContext.CurrentContext.TestDirectory;
        while (Path.GetFileName(folder) != "artifacts")
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        var files = Directory.GetFiles(Path.Combine(folder, "plugins", "Vectors"), "*.dll").Select(Path.GetFileName);
        Assert.That(files, Is.EquivalentTo(new[] { "Samples.Vectors.dll", "CsvHelper.dll" }));
    }

    [Test]
    public void An_unknown_meaning_of_an_empty_cell_is_refused_with_the_known_ones() =>
        Assert.That(() => _plugin.Encoder(("missing", "zero")), Throws.TypeOf<MpucException>().With.Message.Contains("refuse, mean"));
}
