namespace Mpuc.Hdf5.Tests;

[TestFixture]
internal sealed class Hdf5FileTests
{
    [Test]
    public void A_group_lists_its_members_in_the_order_of_their_bytes()
    {
        using var file = Hdf5File.Open(Golden.Covarep);
        Assert.That(file.Names("/"), Is.EqualTo(new[] { "COVAREP" }));
        Assert.That(file.Names("/COVAREP"), Is.EqualTo(new[] { "data", "metadata" }));
        Assert.That(file.Names("/COVAREP/data"), Is.EqualTo(new[] { "-wny0OAz3g8", "103042", "unlisted_id" }));
    }

    [TestCase("/", ExpectedResult = true)]
    [TestCase("/COVAREP", ExpectedResult = true)]
    [TestCase("/COVAREP/data/103042/features", ExpectedResult = true)]
    [TestCase("/COVAREP/data/103042/labels", ExpectedResult = false)]
    [TestCase("/nothing/at/all", ExpectedResult = false)]
    public bool A_path_is_within_the_file_or_not(string path)
    {
        using var file = Hdf5File.Open(Golden.Covarep);
        return file.Contains(path);
    }

    [Test]
    public void A_group_that_is_not_there_is_refused_with_file_and_path()
    {
        using var file = Hdf5File.Open(Golden.Covarep);
        Assert.That(
            () => file.Names("/FACET"),
            Throws.TypeOf<MpucException>().With.Message.EqualTo($"'{Golden.Covarep}' has no '/FACET' of its own."));
        Assert.That(
            () => file.OpenDataset("/COVAREP/data/x/features"),
            Throws.TypeOf<MpucException>().With.Message.Contains("'/COVAREP/data/x/features'"));
    }

    [Test]
    public void A_data_set_is_no_group_and_a_group_no_data_set()
    {
        using var file = Hdf5File.Open(Golden.Covarep);
        Assert.That(
            () => file.Names("/COVAREP/data/103042/features"), Throws.TypeOf<MpucException>().With.Message.Contains("cannot be read"));
        Assert.That(() => file.OpenDataset("/COVAREP/data"), Throws.TypeOf<MpucException>().With.Message.Contains("cannot be read"));
    }

    [Test]
    public void A_file_that_is_not_there_is_refused_with_its_path() =>
        Assert.That(
            () => Hdf5File.Open("/nowhere/a.csd"),
            Throws.TypeOf<MpucException>().With.Message.EqualTo("There is no file '/nowhere/a.csd'."));

    [Test]
    public void Something_else_than_HDF5_is_refused_with_its_path()
    {
        using var folder = new Copies();
        var path = folder.Write("text.csd", "These are words."u8);
        Assert.That(
            () => Hdf5File.Open(path),
            Throws.TypeOf<MpucException>().With.Message.StartsWith($"'{path}' cannot be opened as an HDF5 file: "));
    }

    [Test]
    public void A_closed_file_is_not_read()
    {
        var file = Hdf5File.Open(Golden.Covarep);
        file.Dispose();
        file.Dispose();
        Assert.That(() => file.Names("/"), Throws.TypeOf<ObjectDisposedException>());
    }

    [Test]
    public void A_missing_library_is_one_sentence_that_says_how_to_get_it() => Assert.That(
        () => Native.Library.Find(["libhdf5_that_is_not_there.so.1"]),
        Throws.TypeOf<MpucException>().With.Message.Contains("apt-get install libhdf5-103-1"));
}
