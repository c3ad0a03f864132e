using Mpuc;

namespace PluginName.Tests;

/// <summary>What this plugin's reader does beyond what every plugin promises.</summary>
public sealed class PluginNameReaderTests
{
    private string _path = "";

    [SetUp]
    public void MakeFile() => _path = Path.GetTempFileName();

    [TearDown]
    public void DeleteFile() => File.Delete(_path);

    [Test]
    public void Every_row_below_the_header_is_read()
    {
        File.WriteAllText(_path, "x,y\n1,2.5\n-3,4e-1\n");

        var rows = PluginNameReader.Read(_path, CancellationToken.None);

        Assert.That(rows, Is.EqualTo(new[] { new[] { 1f, 2.5f }, new[] { -3f, 0.4f } }));
    }

    [TestCase("x,y\n1,2\n3\n", "line 3: there are 1 numbers where the header names 2 columns.")]
    [TestCase("x,y\n1,happy\n", "line 2: 'happy' is not a finite number.")]
    [TestCase("x,y\n", "has no row of numbers below its header.")]
    public void What_is_wrong_with_a_file_is_said_with_its_line(string content, string expected)
    {
        File.WriteAllText(_path, content);

        Assert.That(
            () => PluginNameReader.Read(_path, CancellationToken.None),
            Throws.TypeOf<MpucException>().With.Message.StartsWith($"'{_path}'").And.Message.Contains(expected));
    }
}
