namespace Samples.Vectors.Tests;

public sealed class ReadingTests
{
    private const string ActionUnits =
        """
        recording,AU01_r,AU02_r,AU01_c
        a,0.5,-1,1
        b,2e-3,4.25,0
        """;

    private readonly VectorsUnderTest _plugin = new();

    [OneTimeTearDown]
    public void Dispose() => _plugin.Dispose();

    [Test]
    public async Task A_row_is_found_by_its_key_and_becomes_one_frame_without_a_time_axis()
    {
        using var table = new TableFile(ActionUnits);
        using var sequence = await _plugin.Encoder().ReadAsync(table.Row("b"), CancellationToken.None);
        Assert.Multiple(() =>
        {
            Assert.That(sequence.Values.shape, Is.EqualTo(new long[] { 1, 3 }));
            Assert.That(sequence.Values.data<float>().ToArray(), Is.EqualTo(new[] { 2e-3f, 4.25f, 0f }));
            Assert.That(sequence.FrameRate, Is.Zero);
        });
    }

    [Test]
    public async Task Columns_are_selected_by_prefix_and_by_name_in_the_order_of_the_file()
    {
        using var table = new TableFile(ActionUnits);
        var byPrefix = await TableFile.Read(_plugin.Encoder(("columns", new[] { "AU01*" })), table.Row("a"));
        var byName = await TableFile.Read(_plugin.Encoder(("columns", new[] { "AU01_c", "AU02_r" })), table.Row("a"));
        Assert.Multiple(() =>
        {
            Assert.That(byPrefix, Is.EqualTo(new[] { 0.5f, 1f }));
            Assert.That(byName, Is.EqualTo(new[] { -1f, 1f }));
        });
    }

    [Test]
    public async Task The_key_may_stand_in_any_column_and_text_in_columns_that_are_not_selected()
    {
        using var table = new TableFile("x,speaker,id\n3,Ann,one\n4,Ben,two\n");
        var encoder = _plugin.Encoder(("key", "id"), ("columns", new[] { "x" }));
        Assert.That(await TableFile.Read(encoder, table.Row("two")), Is.EqualTo(new[] { 4f }));
    }

    [Test]
    public async Task Without_a_key_the_only_row_is_the_recording_and_every_column_a_number()
    {
        using var table = new TableFile("v0,v1\n1.5,2.5\n");
        Assert.That(await TableFile.Read(_plugin.Encoder(), table.Row(null)), Is.EqualTo(new[] { 1.5f, 2.5f }));
    }

    [Test]
    public async Task Quoted_cells_carriage_returns_blank_lines_and_a_byte_order_mark_are_read()
    {
        using var table = new TableFile("\uFEFFid,\"x, raw\"\r\n\"a,b\",1\r\n\r\nc, 2 \r\n");
        var encoder = _plugin.Encoder(("key", "id"));
        Assert.Multiple(async () =>
        {
            Assert.That(await TableFile.Read(encoder, table.Row("a,b")), Is.EqualTo(new[] { 1f }));
            Assert.That(await TableFile.Read(encoder, table.Row("c")), Is.EqualTo(new[] { 2f }));
        });
    }

    [Test]
    public async Task A_table_is_read_once_however_many_threads_ask_for_its_rows()
    {
        var table = new TableFile("id,x\n" + string.Concat(Enumerable.Range(0, 200).Select(row => $"r{row},{row}\n")));
        var encoder = _plugin.Encoder();
        var first = await Task.WhenAll(Enumerable.Range(0, 200).Select(row => TableFile.Read(encoder, table.Row($"r{row}"))));
        table.Dispose();
        Assert.Multiple(async () =>
        {
            Assert.That(first.Select(vector => vector.Single()), Is.EqualTo(Enumerable.Range(0, 200).Select(row => (float)row)));
            Assert.That(await TableFile.Read(encoder, table.Row("r7")), Is.EqualTo(new[] { 7f }), "the file is gone, the table is kept");
        });
    }

    [Test]
    public async Task A_window_is_the_vector_itself_whatever_its_time()
    {
        using var table = new TableFile(ActionUnits);
        var encoder = _plugin.Encoder();
        using var sequence = await encoder.ReadAsync(table.Row("a"), CancellationToken.None);
        using var window = encoder.Window(sequence, new(Start: 12, Duration: 3));
        Assert.Multiple(() =>
        {
            Assert.That(encoder.WindowFrames(3), Is.EqualTo(1));
            Assert.That(window.ValidLength, Is.EqualTo(1));
            Assert.That(window.Values.data<float>().ToArray(), Is.EqualTo(new[] { 0.5f, -1f, 1f }));
        });
    }

    [Test]
    public void Reading_ends_early_when_it_is_called_off()
    {
        using var table = new TableFile(ActionUnits);
        Assert.That(
            () => _plugin.Encoder().ReadAsync(table.Row("a"), new CancellationToken(canceled: true)),
            Throws.InstanceOf<OperationCanceledException>());
    }
}
