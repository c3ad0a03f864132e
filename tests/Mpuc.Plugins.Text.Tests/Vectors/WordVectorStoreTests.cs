using Mpuc.Plugins.Text.Vectors;
using Serilog.Core;

namespace Mpuc.Plugins.Text.Tests.Vectors;

[TestFixture]
internal sealed class WordVectorStoreTests
{
    private TemporaryFolder _folder = null!;
    private string _source = null!;
    private RecordedLog _log = null!;

    [SetUp]
    public void SetUp()
    {
        (_folder, _log) = (new TemporaryFolder(), new RecordedLog());
        _source = WriteSource("the 1 2\nof 3 4\n");
    }

    [TearDown]
    public void TearDown() => _folder.Dispose();

    [Test]
    public void The_index_is_built_once()
    {
        Open().Dispose();
        using var vectors = Open();

        Assert.That(vectors.Vector("of"), Is.EqualTo(new[] { 3f, 4f }));
        Assert.That(_log.Messages, Has.Count.EqualTo(1));
        Assert.That(_log.Messages[0], Does.StartWith("Information: Building an index of the word vectors"));
        Assert.That(Indexes(), Has.Length.EqualTo(1));
    }

    [Test]
    public void Another_file_of_the_same_content_has_the_same_index()
    {
        Open().Dispose();
        var copy = _folder.File("copy.txt");
        File.Copy(_source, copy);

        Open(copy).Dispose();

        Assert.That(Indexes(), Has.Length.EqualTo(1));
        Assert.That(_log.Messages, Has.Count.EqualTo(1));
    }

    [Test]
    public void A_file_that_changed_gets_an_index_of_its_own()
    {
        Open().Dispose();
        WriteSource("the 5 6\n");

        using var vectors = Open();

        Assert.That(vectors.Vector("the"), Is.EqualTo(new[] { 5f, 6f }));
        Assert.That(vectors.Find("of"), Is.EqualTo(-1));
    }

    [Test]
    public void A_damaged_index_is_built_again()
    {
        Open().Dispose();
        File.WriteAllBytes(Indexes().Single(), File.ReadAllBytes(Indexes().Single())[..140]);

        using var vectors = Open();

        Assert.That(vectors.Vector("of"), Is.EqualTo(new[] { 3f, 4f }));
        Assert.That(_log.Messages, Has.Count.EqualTo(2));
    }

    [Test]
    public void An_emptied_cache_is_filled_again()
    {
        Open().Dispose();
        Directory.Delete(_folder.File("cache"), recursive: true);

        using var vectors = Open();

        Assert.That(vectors.Count, Is.EqualTo(2));
    }

    [Test]
    public async Task Many_at_once_build_a_single_index()
    {
        WriteSource(string.Concat(Enumerable.Range(0, 20_000).Select(i => $"word{i} {i} 0.5\n")));

        var opened = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Open())));

        Assert.That(opened.Select(vectors => vectors.Vector("word19999")), Is.All.EqualTo(new[] { 19999f, 0.5f }));
        Assert.That(_log.Messages, Has.Count.EqualTo(1));
        Array.ForEach(opened, vectors => vectors.Dispose());
    }

    [Test]
    public void Who_waits_for_another_process_can_be_cancelled()
    {
        Open().Dispose();
        var index = Indexes().Single();
        File.Delete(index);
        using var held = new FileStream(index + ".lock", FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        Assert.That(() => Store().Open(_source, cancellation.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public void A_broken_source_leaves_no_index_behind()
    {
        WriteSource("the 1 2\nof 3\n");

        Assert.That(() => Open(), Throws.TypeOf<MpucException>().With.Message.Contains("line 2"));
        Assert.That(
            Directory.GetFiles(_folder.File("cache"), "*.index*", SearchOption.AllDirectories).Select(Path.GetExtension),
            Is.All.EqualTo(".lock"));
    }

    [Test]
    public void Registered_vectors_are_found_by_name()
    {
        var store = new WordVectorStore(new FakeWeights(_folder.File("cache"), (TextConstants.DefaultVectors, _source)), Logger.None);

        using var vectors = store.Open(TextConstants.DefaultVectors, CancellationToken.None);

        Assert.That(vectors.Count, Is.EqualTo(2));
        Assert.That(Path.GetFileName(Indexes().Single()), Is.EqualTo(RegisteredVectors.Wink.Sha256 + ".index"));
    }

    [Test]
    public void A_cache_that_cannot_be_written_is_named()
    {
        File.WriteAllText(_folder.File("cache"), "a file where a folder should be");

        Assert.That(
            () => Open(),
            Throws.TypeOf<MpucException>().With.Message.StartsWith($"The index of the word vectors '{_source}' cannot be written to"));
    }

    private WordVectorStore Store() => new(new FakeWeights(_folder.File("cache")), _log.Logger);

    private WordVectors Open(string? path = null) => Store().Open(path ?? _source, CancellationToken.None);

    private string[] Indexes() => Directory.GetFiles(Path.Combine(_folder.File("cache"), "word-vectors"), "*.index");

    private string WriteSource(string content) => _folder.Write("vectors.txt", content);
}
