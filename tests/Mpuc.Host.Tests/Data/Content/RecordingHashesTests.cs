using Mpuc.Host.Data;
using Mpuc.Host.Data.Content;

namespace Mpuc.Host.Tests.Data.Content;

public class RecordingHashesTests
{
    private TemporaryFolder _folder = null!;
    private RecordingHashes _hashes = null!;

    [SetUp]
    public void MakeFiles()
    {
        _folder = new TemporaryFolder();
        File.WriteAllText(_folder.File("a.bin"), "same");
        File.WriteAllText(_folder.File("b.bin"), "same");
        File.WriteAllText(_folder.File("t.csv"), "key,x,y\n1,0.5,0.25\n2,0.5,0.25\n3,0.5,0.5\n");
        File.WriteAllText(_folder.File("u.csv"), "name,p,q\nanna,0.5,0.25\n");
        _hashes = new RecordingHashes(new ContentHashes(_folder.File("cache")));
    }

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void Names_of_files_do_not_count_and_names_of_sources_do()
    {
        Assert.That(Hash(("audio", "a.bin", null)), Is.EqualTo(Hash(("audio", "b.bin", null))));
        Assert.That(Hash(("audio", "a.bin", null)), Is.Not.EqualTo(Hash(("face", "a.bin", null))));
    }

    [Test]
    public void Every_source_counts_in_any_order()
    {
        Assert.That(Hash(("x", "a.bin", null), ("y", "t.csv", "1")), Is.EqualTo(Hash(("y", "t.csv", "2"), ("x", "b.bin", null))));
        Assert.That(Hash(("x", "a.bin", null), ("y", "t.csv", "1")), Is.Not.EqualTo(Hash(("x", "a.bin", null))));
    }

    [Test]
    public void A_row_is_its_cells_without_the_key_whatever_table_it_is_in()
    {
        Assert.That(Hash(("x", "t.csv", "1")), Is.EqualTo(Hash(("x", "t.csv", "2"))));
        Assert.That(Hash(("x", "t.csv", "1")), Is.EqualTo(Hash(("x", "u.csv", "anna"))));
        Assert.That(Hash(("x", "t.csv", "1")), Is.Not.EqualTo(Hash(("x", "t.csv", "3"))));
    }

    [Test]
    public void Where_rows_cannot_be_told_the_key_stands_for_the_content()
    {
        Assert.That(Hash(("x", "a.bin", "1")), Is.Not.EqualTo(Hash(("x", "a.bin", "2"))));
        Assert.That(Hash(("x", "t.csv", "missing")), Is.Not.EqualTo(Hash(("x", "t.csv", "absent"))));
    }

    private string Hash(params (string Name, string File, string? Key)[] sources) => _hashes.Of(new Recording
    {
        Id = "any", Sources = sources.ToDictionary(
            source => source.Name, source => new ModalitySource(_folder.File(source.File)) { Key = source.Key }),
    });
}
