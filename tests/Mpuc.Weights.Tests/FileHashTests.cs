namespace Mpuc.Weights.Tests;

public sealed class FileHashTests
{
    [TestCase("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [TestCase("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    public void The_hash_is_the_standards(string content, string hash)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("x"), content);
        Assert.That(FileHash.OfFile(folder.File("x")), Is.EqualTo(hash));
    }

    [Test]
    public void A_missing_file_and_a_folder_are_named()
    {
        using var folder = new TemporaryFolder();
        Assert.That(
            () => FileHash.OfFile(folder.File("x")),
            Throws.TypeOf<MpucException>().With.Message.EqualTo($"{folder.File("x")} does not exist."));
        Assert.That(
            () => FileHash.OfFile(folder.Path),
            Throws.TypeOf<MpucException>().With.Message.StartsWith($"'{folder.Path}' is a folder, not a regular file; name a file in it."));
    }
}
