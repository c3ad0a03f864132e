using System.Text;

namespace Mpuc.Weights.Tests;

public sealed class AtomicFileTests
{
    [Test]
    public void A_new_file_has_exactly_what_was_written()
    {
        using var folder = new TemporaryFolder();
        AtomicFile.Write(folder.File("data.bin"), stream => stream.Write([1, 2, 3]));
        Assert.That(File.ReadAllBytes(folder.File("data.bin")), Is.EqualTo(new byte[] { 1, 2, 3 }));
    }

    [Test]
    public void An_existing_file_is_replaced_whole()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("notes.txt"), "a much longer text than the new one");
        AtomicFile.WriteText(folder.File("notes.txt"), "short");
        Assert.That(File.ReadAllText(folder.File("notes.txt")), Is.EqualTo("short"));
    }

    [Test]
    public void A_failing_writer_leaves_the_old_file_and_no_temporary_one()
    {
        using var folder = new TemporaryFolder();
        AtomicFile.WriteText(folder.File("notes.txt"), "old");
        Assert.That(
            () => AtomicFile.Write(folder.File("notes.txt"), stream =>
            {
                stream.Write(Encoding.UTF8.GetBytes("half of the n"));
                throw new InvalidOperationException("the disk is on fire");
            }),
            Throws.InvalidOperationException);
        Assert.That(File.ReadAllText(folder.File("notes.txt")), Is.EqualTo("old"));
        Assert.That(Directory.GetFiles(folder.Path), Has.Length.EqualTo(1));
    }

    [Test]
    public void A_successful_write_leaves_no_temporary_file()
    {
        using var folder = new TemporaryFolder();
        AtomicFile.WriteText(folder.File("notes.txt"), "new");
        Assert.That(Directory.GetFiles(folder.Path).Select(Path.GetFileName), Is.EqualTo(new[] { "notes.txt" }));
    }

    [Test]
    public void Text_is_written_as_utf_8_without_a_byte_order_mark()
    {
        using var folder = new TemporaryFolder();
        AtomicFile.WriteText(folder.File("notes.txt"), "né");
        Assert.That(File.ReadAllBytes(folder.File("notes.txt")), Is.EqualTo(new byte[] { 0x6E, 0xC3, 0xA9 }));
    }

    [Test]
    public void Half_a_file_is_never_visible_under_the_final_name()
    {
        using var folder = new TemporaryFolder();
        AtomicFile.Write(folder.File("data.bin"), stream =>
        {
            stream.Write(new byte[100_000]);
            stream.Flush();
            Assert.That(folder.File("data.bin"), Does.Not.Exist);
        });
        Assert.That(new FileInfo(folder.File("data.bin")).Length, Is.EqualTo(100_000));
    }
}
