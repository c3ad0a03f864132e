using Mpuc;
using TorchSharp;

namespace Samples.Vectors.Tests;

public sealed class MissingValuesTests
{
    private const string Table =
        """
        id,x,y
        a,1,10
        b,,20
        c,3,
        held-out,100,
        """;

    private readonly VectorsUnderTest _plugin = new();

    [OneTimeTearDown]
    public void Dispose() => _plugin.Dispose();

    [Test]
    public async Task An_empty_cell_takes_the_mean_of_the_training_recordings_that_have_it()
    {
        using var table = new TableFile(Table);
        var encoder = await Fitted(table, "a", "b", "c");
        Assert.Multiple(async () =>
        {
            Assert.That(await Transformed(encoder, table.Row("a")), Is.EqualTo(new[] { 1f, 10f }));
            Assert.That(await Transformed(encoder, table.Row("b")), Is.EqualTo(new[] { 2f, 20f }));
            Assert.That(await Transformed(encoder, table.Row("held-out")), Is.EqualTo(new[] { 100f, 15f }));
        });
    }

    [Test]
    public async Task What_was_learned_travels_as_state()
    {
        using var table = new TableFile(Table);
        var trained = await Fitted(table, "a", "b", "c");
        var restored = _plugin.Encoder(("missing", "mean"));
        restored.Restore(trained.State);
        Assert.Multiple(async () =>
        {
            Assert.That(trained.State["mean"].data<float>().ToArray(), Is.EqualTo(new[] { 2f, 15f }));
            Assert.That(await Transformed(restored, table.Row("c")), Is.EqualTo(new[] { 3f, 15f }));
        });
    }

    [Test]
    public async Task A_sequence_as_read_is_finite_and_says_what_is_missing()
    {
        using var table = new TableFile(Table);
        Assert.That(await TableFile.Read(_plugin.Encoder(("missing", "mean")), table.Row("b")), Is.EqualTo(new[] { 0f, 20f, 0f, 1f }));
    }

    [Test]
    public void A_column_without_any_training_value_is_refused_with_its_number()
    {
        using var table = new TableFile(Table);
        Assert.That(
            () => Fitted(table, "c", "held-out"), Throws.TypeOf<MpucException>().With.Message.Contains("Number 2 of the selected columns"));
    }

    [Test]
    public void Means_of_no_recording_are_refused() =>
        Assert.That(
            () => _plugin.Encoder(("missing", "mean")).Fit([]),
            Throws.TypeOf<MpucException>().With.Message.Contains("no training recording"));

    [Test]
    public void A_state_without_means_is_refused() =>
        Assert.That(
            () => _plugin.Encoder(("missing", "mean")).Restore(new Dictionary<string, torch.Tensor>()),
            Throws.TypeOf<MpucException>().With.Message.Contains("'mean'"));

    [Test]
    public async Task A_vector_of_another_size_than_the_training_recordings_is_refused_with_both_sizes()
    {
        using var table = new TableFile(Table);
        using var wider = new TableFile("id,x,y,z\na,1,2,3\n");
        var encoder = await Fitted(table, "a", "b");
        Assert.That(
            () => Transformed(encoder, wider.Row("a")),
            Throws.TypeOf<MpucException>().With.Message.Contains("has 3 numbers").And.Message.Contains("have 2"));
    }

    [Test]
    public async Task Training_recordings_of_different_sizes_are_refused_with_both_sizes()
    {
        using var table = new TableFile(Table);
        using var wider = new TableFile("id,x,y,z\na,1,2,3\n");
        var encoder = _plugin.Encoder(("missing", "mean"));
        using var two = await encoder.ReadAsync(table.Row("a"), CancellationToken.None);
        using var three = await encoder.ReadAsync(wider.Row("a"), CancellationToken.None);
        Assert.That(
            () => encoder.Fit([two, three]),
            Throws.TypeOf<MpucException>().With.Message.Contains("has 3 numbers").And.Message.Contains("have 2"));
    }

    [Test]
    public async Task Where_empty_cells_are_refused_nothing_is_learned_or_changed()
    {
        using var table = new TableFile("id,x\na,1\n");
        var encoder = _plugin.Encoder();
        encoder.Fit([]);
        encoder.Restore(new Dictionary<string, torch.Tensor>());
        Assert.Multiple(async () =>
        {
            Assert.That(encoder.State, Is.Empty);
            Assert.That(await Transformed(encoder, table.Row("a")), Is.EqualTo(new[] { 1f }));
        });
    }

    private static async Task<float[]> Transformed(IFittedEncoder encoder, ModalitySource source)
    {
        using var sequence = await encoder.ReadAsync(source, CancellationToken.None);
        using var transformed = encoder.Transform(sequence);
        Assert.That(transformed.Values.shape, Has.Length.EqualTo(2));
        return transformed.Values.data<float>().ToArray();
    }

    private async Task<IFittedEncoder> Fitted(TableFile table, params string[] training)
    {
        var encoder = _plugin.Encoder(("missing", "mean"));
        var sequences = await Task.WhenAll(training.Select(key => encoder.ReadAsync(table.Row(key), CancellationToken.None)));
        encoder.Fit(sequences);
        return encoder;
    }
}
